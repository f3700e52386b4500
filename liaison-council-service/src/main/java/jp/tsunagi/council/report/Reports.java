package jp.tsunagi.council.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.council.projection.MonthlyCounts;
import jp.tsunagi.council.projection.MonthlyCounts.CodeCount;
import jp.tsunagi.council.projection.MonthlyCounts.Desk;
import jp.tsunagi.council.projection.MonthlyCounts.ReferralCount;
import jp.tsunagi.council.projection.StatisticsProjection;
import jp.tsunagi.council.report.Tally.Count;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ReferralStatus;
import jp.tsunagi.vocabulary.Urgency;

/**
 * The exact report of any month. Its lines are the published codes, whether or not they were counted: a list that
 * followed the data would itself tell something.
 */
@ApplicationScoped
class Reports {

    private static final List<String> URGENCIES = withUnknown(Coded.codes(Urgency.class));
    private static final List<String> CATEGORIES = Coded.codes(Category.class);
    private static final List<String> STATUSES = withUnknown(Coded.codes(ReferralStatus.class));

    private final StatisticsProjection projection;
    private final Audit audit;

    Reports(StatisticsProjection projection, Audit audit) {
        this.projection = projection;
        this.audit = audit;
    }

    /** The report for somebody who may see it: who reads which month is in the audit before it is read. */
    Report readExact(YearMonth month, Actor by) {
        audit.record(by, "statistics.read-exact", "statistics/" + month, null);
        return reportOf(month);
    }

    Report reportOf(YearMonth month) {
        MonthlyCounts counts = projection.countsOf(month);
        List<ReferralCount> cells = counts.referrals();
        var byDesk = cells.stream().map(cell -> new CodeCount(cell.desk(), cell.count()));
        var byStatus = cells.stream().map(cell -> new CodeCount(cell.status(), cell.count()));
        List<Tally> tallies = List.of(
                tally(TallyType.CONSULTATIONS_BY_URGENCY, URGENCIES, MonthlyCounts.UNKNOWN, counts.urgencies()),
                tally(TallyType.MENTIONS_BY_CATEGORY, CATEGORIES, Category.OTHER.code(), counts.categories()),
                tally(TallyType.REFERRALS_BY_DESK, desks(), MonthlyCounts.UNKNOWN, byDesk.toList()),
                tally(TallyType.REFERRALS_BY_STATUS, STATUSES, MonthlyCounts.UNKNOWN, byStatus.toList()));
        return new Report(month, tallies, cells);
    }

    CodeLabels labels(Locale locale) {
        return new CodeLabels(locale, projection.desks());
    }

    /** A code that only a newer producer knows is counted under {@code otherwise} instead of being lost. */
    private static Tally tally(TallyType type, List<String> codes, String otherwise, List<CodeCount> counted) {
        Map<String, Long> sums = new HashMap<>();
        counted.forEach(
                count -> sums.merge(codes.contains(count.code()) ? count.code() : otherwise, count.count(), Long::sum));
        return new Tally(
                type,
                codes.stream()
                        .map(code -> new Count(code, sums.getOrDefault(code, 0L)))
                        .toList());
    }

    /** Every desk of the directory. Another one, whose entry has not arrived yet, has no line: it would tell of itself. */
    private List<String> desks() {
        return withUnknown(projection.desks().stream().map(Desk::code).toList());
    }

    private static List<String> withUnknown(List<String> codes) {
        return Stream.concat(codes.stream(), Stream.of(MonthlyCounts.UNKNOWN)).toList();
    }
}
