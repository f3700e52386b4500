package jp.tsunagi.council.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jp.tsunagi.platform.identity.Identity;

/** Monthly figures over HTTP: masked for everybody, exact for the secretariat. */
@Path("/v1/statistics")
class StatisticsResource {

    private final Figures figures;
    private final Identity identity;
    private final Clock clock;

    StatisticsResource(Figures figures, Identity identity, Clock clock) {
        this.figures = figures;
        this.identity = identity;
        this.clock = clock;
    }

    /** @param count null when masked */
    record CountView(String code, String ja, String en, Long count) {}

    /** @param total null when masked */
    record TallyView(String id, List<CountView> counts, Long total) {
        static TallyView of(Tally tally) {
            return new TallyView(
                    tally.id(),
                    tally.counts().stream()
                            .map(c -> new CountView(c.of().code(), c.of().ja(), c.of().en(), c.count()))
                            .toList(),
                    tally.total());
        }
    }

    record StatisticsView(
            String month,
            Instant asOf,
            boolean exact,
            int threshold,
            List<TallyView> tallies,
            List<Report.Cell> cells) {}

    @GET
    @PermitAll
    @Transactional
    public StatisticsView get(@QueryParam("month") String asked) {
        Instant now = clock.instant();
        YearMonth month = Months.asked(asked, now);
        Report exact = figures.of(month);
        boolean secretariat =
                identity.ifPresent().map(actor -> actor.hasRole("secretariat")).orElse(false);
        Report shown = secretariat ? exact : exact.forThePublic();
        return new StatisticsView(
                month.toString(),
                now,
                shown.exact(),
                Tally.THRESHOLD,
                shown.tallies().stream().map(TallyView::of).toList(),
                shown.cells());
    }
}
