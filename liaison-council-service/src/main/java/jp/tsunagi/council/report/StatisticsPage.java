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
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagi.council.projection.MonthlyCounts.ReferralCount;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Published months as tables, for everybody. */
@Path("/council/statistics")
@Produces(MediaType.TEXT_HTML)
class StatisticsPage {

    private final Editions editions;
    private final Reports reports;
    private final PageLayout layout;

    StatisticsPage(Editions editions, Reports reports, PageLayout layout) {
        this.editions = editions;
        this.reports = reports;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance statistics(Form form, List<Choice> months, Shown shown);
    }

    /** @param count null when it stands for fewer than ten */
    @TemplateData
    record Line(String label, @Nullable Long count) {}

    /** @param total null when every line stands for fewer than ten */
    @TemplateData
    record Table(TallyType type, List<Line> lines, @Nullable Long total) {

        static Table exact(Tally tally, CodeLabels labels) {
            return of(tally, labels, Function.identity());
        }

        static Table rounded(Tally tally, CodeLabels labels) {
            return of(tally, labels, Edition::shown);
        }

        private static Table of(Tally tally, CodeLabels labels, Function<Long, @Nullable Long> shown) {
            return new Table(
                    tally.type(),
                    tally.counts().stream()
                            .map(count ->
                                    new Line(labels.label(tally.type(), count.code()), shown.apply(count.count())))
                            .toList(),
                    shown.apply(tally.total()));
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

    /**
     * One month, ready to be read.
     *
     * @param month empty while no month is published
     */
    @TemplateData
    record Shown(String month, String asOf, boolean exact, List<Table> tables, List<CellLine> cells) {

        static final Shown NOTHING = new Shown("", "", false, List.of(), List.of());
    }

    @GET
    @PermitAll
    @Transactional
    public RestResponse<TemplateInstance> statistics(@QueryParam("month") @Nullable String requested) {
        List<YearMonth> months = editions.findMonths();
        Supplier<Shown> newest = () -> months.isEmpty() ? Shown.NOTHING : published(months.getFirst());
        return answer(
                requested,
                months,
                () -> requested == null || requested.isBlank() ? newest.get() : published(Months.read(requested)),
                newest);
    }

    /** The page of the month that was asked for; where that is refused, the sentence and another month. */
    RestResponse<TemplateInstance> answer(
            @Nullable String requested, List<YearMonth> months, Supplier<Shown> asked, Supplier<Shown> otherwise) {
        try {
            Shown shown = asked.get();
            return RestResponse.ok(page(Form.filled(Map.of("month", shown.month())), months, shown));
        } catch (Refusal refusal) {
            Form form = Form.filled(Map.of("month", String.valueOf(requested))).refused(refusal, layout.locale());
            return ResponseBuilder.<TemplateInstance>create(refusal.kind().status())
                    .entity(page(form, months, otherwise.get()))
                    .build();
        }
    }

    private Shown published(YearMonth month) {
        Edition edition = editions.get(month);
        Locale locale = layout.locale();
        CodeLabels labels = reports.labels(locale);
        return new Shown(
                month.toString(),
                JapanTime.jst(edition.publishedAt(), locale),
                false,
                edition.tallies().stream()
                        .map(tally -> Table.rounded(tally, labels))
                        .toList(),
                List.of());
    }

    private TemplateInstance page(Form form, List<YearMonth> months, Shown shown) {
        List<Choice> choices = months.stream()
                .map(month -> new Choice(month.toString(), month.toString()))
                .toList();
        return layout.show(Templates.statistics(form, choices, shown));
    }
}
