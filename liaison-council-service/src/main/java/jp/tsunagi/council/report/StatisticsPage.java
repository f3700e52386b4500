package jp.tsunagi.council.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
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
import java.util.Map;
import jp.tsunagi.council.projection.MonthlyCounts.ReferralCount;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Monthly statistics as tables, masked for everybody. */
@Path("/council/statistics")
@Produces(MediaType.TEXT_HTML)
class StatisticsPage {

    private final Reports reports;
    private final PageLayout layout;
    private final Clock clock;

    StatisticsPage(Reports reports, PageLayout layout, Clock clock) {
        this.reports = reports;
        this.layout = layout;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance statistics(Form form, List<Choice> months, Shown shown);
    }

    /** @param count null when masked */
    @TemplateData
    record Line(String label, @Nullable Long count) {}

    /** @param total null when masked */
    @TemplateData
    record Table(TallyType type, List<Line> lines, @Nullable Long total) {
        static Table of(Tally tally, CodeLabels labels) {
            return new Table(
                    tally.type(),
                    tally.counts().stream()
                            .map(count -> new Line(labels.label(tally.type(), count.code()), count.count()))
                            .toList(),
                    tally.total());
        }
    }

    @TemplateData
    record CellLine(String desk, String status, long count) {
        static CellLine of(ReferralCount cell, CodeLabels labels) {
            return new CellLine(
                    labels.label(TallyType.REFERRALS_BY_DESK, cell.desk()),
                    labels.label(TallyType.REFERRALS_BY_STATUS, cell.status()),
                    cell.count());
        }
    }

    /** One month, ready to be read. */
    @TemplateData
    record Shown(String month, String asOf, boolean exact, List<Table> tables, List<CellLine> cells) {
        static Shown of(Report report, CodeLabels labels, String asOf) {
            return new Shown(
                    report.month().toString(),
                    asOf,
                    report.exact(),
                    report.tallies().stream()
                            .map(tally -> Table.of(tally, labels))
                            .toList(),
                    report.cells().stream()
                            .map(cell -> CellLine.of(cell, labels))
                            .toList());
        }
    }

    @GET
    @PermitAll
    @Transactional
    public TemplateInstance statistics(@QueryParam("month") @Nullable String month) {
        return show(month, false);
    }

    TemplateInstance show(@Nullable String requested, boolean exact) {
        Instant now = clock.instant();
        Locale locale = layout.locale();
        YearMonth month;
        Form form;
        try {
            month = Months.requested(requested, now);
            form = Form.filled(Map.of("month", month.toString()));
        } catch (Refusal malformed) {
            month = Months.requested(null, now);
            form = Form.filled(Map.of("month", String.valueOf(requested))).refused(malformed, locale);
        }
        var named = reports.reportFor(month);
        Report report = exact ? named.report() : named.report().forThePublic();
        return layout.show(Templates.statistics(
                form,
                Months.lastTwelve(now).stream()
                        .map(choice -> new Choice(choice.toString(), choice.toString()))
                        .toList(),
                Shown.of(report, new CodeLabels(locale, named.desks()), JapanTime.jst(now, locale))));
    }
}
