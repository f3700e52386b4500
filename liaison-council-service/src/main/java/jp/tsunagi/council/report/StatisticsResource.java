package jp.tsunagi.council.report;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.council.projection.MonthlyCounts.ReferralCount;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.RequestLocale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Monthly statistics over HTTP: published months for everybody, exact figures for the secretariat. */
@Path("/v1/statistics")
class StatisticsResource {

    private final Editions editions;
    private final Reports reports;
    private final Identity identity;
    private final RequestLocale locale;
    private final Clock clock;

    StatisticsResource(Editions editions, Reports reports, Identity identity, RequestLocale locale, Clock clock) {
        this.editions = editions;
        this.reports = reports;
        this.identity = identity;
        this.locale = locale;
        this.clock = clock;
    }

    /** @param count null when it stands for fewer than ten */
    record CountView(String code, String label, @Nullable Long count) {}

    /** @param total sum of the counts that are shown; null when all of them stand for fewer than ten */
    record TallyView(
            TallyType id, List<CountView> counts, @Nullable Long total) {
        static TallyView of(Tally tally, CodeLabels labels, Function<Long, @Nullable Long> shown) {
            return new TallyView(
                    tally.type(),
                    tally.counts().stream()
                            .map(count -> new CountView(
                                    count.code(), labels.label(tally.type(), count.code()), shown.apply(count.count())))
                            .toList(),
                    shown.apply(tally.total()));
        }
    }

    /**
     * A published month.
     *
     * @param month null while no month is published
     * @param roundedTo every count is a multiple of it, less than that away from the exact one
     * @param months the published months, newest first
     */
    record EditionView(
            @Nullable String month,
            @Nullable Instant publishedAt,
            int roundedTo,
            List<TallyView> tallies,
            List<String> months) {}

    record ExactView(String month, Instant asOf, List<TallyView> tallies, List<ReferralCount> cells) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(
            summary = "Read the published statistics of a closed month, or of the newest one",
            description =
                    "Only months that are over and were published are here, and their figures never change. Counts"
                            + " are rounded to tens and null where they stand for fewer than ten; a consultation counts once a"
                            + " counsellor has looked at it.")
    public EditionView get(
            @Parameter(schema = @Schema(pattern = Months.WRITTEN)) @QueryParam("month") @Nullable String requested) {
        List<YearMonth> months = editions.findMonths();
        Optional<YearMonth> month = requested == null || requested.isBlank()
                ? months.stream().findFirst()
                : Optional.of(Months.read(requested));
        Optional<Edition> edition = month.map(editions::get);
        CodeLabels labels = reports.labels(locale.get());
        return new EditionView(
                month.map(YearMonth::toString).orElse(null),
                edition.map(Edition::publishedAt).orElse(null),
                Tally.UNIT,
                edition.map(Edition::tallies).orElse(List.of()).stream()
                        .map(tally -> TallyView.of(tally, labels, Edition::shown))
                        .toList(),
                months.stream().map(YearMonth::toString).toList());
    }

    @GET
    @Path("/exact")
    @RolesAllowed(Roles.SECRETARIAT)
    @Transactional
    @Operation(
            summary = "Read the exact statistics of a month as they are now",
            description = "For the secretariat only; who read which month is in the audit.")
    public ExactView exact(
            @Parameter(schema = @Schema(pattern = Months.WRITTEN)) @QueryParam("month") @Nullable String requested) {
        Instant now = clock.instant();
        YearMonth month = Months.requested(requested, now);
        Report report = reports.readExact(month, identity.actor());
        CodeLabels labels = reports.labels(locale.get());
        return new ExactView(
                month.toString(),
                now,
                report.tallies().stream()
                        .map(tally -> TallyView.of(tally, labels, Function.identity()))
                        .toList(),
                report.cells());
    }
}
