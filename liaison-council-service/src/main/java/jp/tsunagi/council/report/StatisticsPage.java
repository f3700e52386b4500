package jp.tsunagi.council.statistics;

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
import java.util.Map;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;

/** Monthly figures as tables, masked for everybody. */
@Path("/council/statistics")
@Produces(MediaType.TEXT_HTML)
class StatisticsPage {

    private final Figures figures;
    private final PageLayout layout;
    private final Clock clock;

    StatisticsPage(Figures figures, PageLayout layout, Clock clock) {
        this.figures = figures;
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
    record Line(String code, String label, Long count) {}

    /** @param total null when masked */
    @TemplateData
    record Table(String id, List<Line> lines, Long total) {
        static Table of(Tally tally, String lang) {
            return new Table(
                    tally.id(),
                    tally.counts().stream()
                            .map(c -> new Line(c.of().code(), c.of().label(lang), c.count()))
                            .toList(),
                    tally.total());
        }
    }

    @TemplateData
    record CellLine(String desk, String status, long count) {}

    /** One month, ready to be read. */
    @TemplateData
    record Shown(String month, String asOf, boolean exact, List<Table> tables, List<CellLine> cells) {
        static Shown of(Report report, Instant now, String lang) {
            return new Shown(
                    report.month().toString(),
                    JapanTime.jst(now, lang),
                    report.exact(),
                    report.tallies().stream()
                            .map(tally -> Table.of(tally, lang))
                            .toList(),
                    report.cells().stream()
                            .map(cell -> new CellLine(
                                    label(report.tally("referrals-by-desk"), cell.desk(), lang),
                                    label(report.tally("referrals-by-status"), cell.status(), lang),
                                    cell.count()))
                            .toList());
        }

        private static String label(Tally tally, String code, String lang) {
            return tally.counts().stream()
                    .filter(count -> count.of().code().equals(code))
                    .map(count -> count.of().label(lang))
                    .findFirst()
                    .orElse(code);
        }
    }

    @GET
    @PermitAll
    @Transactional
    public TemplateInstance statistics(@QueryParam("month") String month) {
        return show(month, false);
    }

    TemplateInstance show(String asked, boolean exact) {
        Instant now = clock.instant();
        String lang = layout.lang();
        Form form;
        YearMonth month;
        try {
            month = Months.asked(asked, now);
            form = Form.filled(Map.of("month", month.toString()));
        } catch (Refusal malformed) {
            month = Months.asked(null, now);
            form = Form.filled(Map.of("month", asked)).refused(malformed, lang);
        }
        Report report = figures.of(month);
        return layout.show(Templates.statistics(
                form,
                Months.lastTwelve(now).stream()
                        .map(m -> new Choice(m.toString(), m.toString()))
                        .toList(),
                Shown.of(exact ? report : report.forThePublic(), now, lang)));
    }
}
