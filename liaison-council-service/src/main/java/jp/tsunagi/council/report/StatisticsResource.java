package jp.tsunagi.council.report;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jp.tsunagi.council.projection.MonthlyCounts.ReferralCount;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.RequestLocale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Monthly statistics over HTTP: masked for everybody, exact for the secretariat. */
@Path("/v1/statistics")
class StatisticsResource {

    private final Reports reports;
    private final Identity identity;
    private final RequestLocale locale;
    private final Clock clock;

    StatisticsResource(Reports reports, Identity identity, RequestLocale locale, Clock clock) {
        this.reports = reports;
        this.identity = identity;
        this.locale = locale;
        this.clock = clock;
    }

    /** @param count null when masked */
    record CountView(String code, String label, @Nullable Long count) {}

    /** @param total null when masked */
    record TallyView(
            TallyType id, List<CountView> counts, @Nullable Long total) {
        static TallyView of(Tally tally, CodeLabels labels) {
            return new TallyView(
                    tally.type(),
                    tally.counts().stream()
                            .map(count -> new CountView(
                                    count.code(), labels.label(tally.type(), count.code()), count.count()))
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
            List<ReferralCount> cells) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(summary = "Read the statistics of a month; counts under the threshold are masked for the public")
    public StatisticsView get(@QueryParam("month") @Nullable String requested) {
        Instant now = clock.instant();
        YearMonth month = Months.requested(requested, now);
        var exact = reports.reportFor(month);
        boolean isSecretariat = identity.ifPresent()
                .filter(actor -> actor.hasRole(Roles.SECRETARIAT))
                .isPresent();
        Report shown = isSecretariat ? exact.report() : exact.report().forThePublic();
        CodeLabels labels = new CodeLabels(locale.get(), exact.desks());
        return new StatisticsView(
                month.toString(),
                now,
                shown.exact(),
                Tally.THRESHOLD,
                shown.tallies().stream()
                        .map(tally -> TallyView.of(tally, labels))
                        .toList(),
                shown.cells());
    }
}
