package jp.tsunagi.council.report;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.council.report.StatisticsPage.CellLine;
import jp.tsunagi.council.report.StatisticsPage.Shown;
import jp.tsunagi.council.report.StatisticsPage.Table;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The exact statistics, for the secretariat only; a page of its own, so that nobody shows it by mistake. */
@Path("/council/admin/statistics")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SECRETARIAT)
class ExactStatisticsPage {

    private final StatisticsPage page;
    private final Reports reports;
    private final Identity identity;
    private final PageLayout layout;
    private final Clock clock;

    ExactStatisticsPage(StatisticsPage page, Reports reports, Identity identity, PageLayout layout, Clock clock) {
        this.page = page;
        this.reports = reports;
        this.identity = identity;
        this.layout = layout;
        this.clock = clock;
    }

    @GET
    @Transactional
    public RestResponse<TemplateInstance> exact(@QueryParam("month") @Nullable String requested) {
        Instant now = clock.instant();
        List<YearMonth> months = Months.lastTwelve(now);
        return page.answer(
                requested,
                months,
                () -> shown(Months.requested(requested, now), now),
                () -> shown(months.getFirst(), now));
    }

    private Shown shown(YearMonth month, Instant now) {
        Locale locale = layout.locale();
        CodeLabels labels = reports.labels(locale);
        Report report = reports.readExact(month, identity.actor());
        return new Shown(
                month.toString(),
                JapanTime.jst(now, locale),
                true,
                report.tallies().stream()
                        .map(tally -> Table.exact(tally, labels))
                        .toList(),
                report.cells().stream().map(cell -> CellLine.of(cell, labels)).toList());
    }
}
