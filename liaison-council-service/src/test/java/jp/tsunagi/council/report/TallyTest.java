package jp.tsunagi.council.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import jp.tsunagi.council.report.Tally.Count;
import jp.tsunagi.testing.Requirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Requirement("R14.8")
class TallyTest {

    /** Every line of up to four cells with counts around the threshold: 30,940 of them. */
    @Test
    void noMaskedCellCanBeWorkedOutFromWhatIsShown() {
        var values = List.of(0L, 1L, 2L, 4L, 5L, 8L, 9L, 10L, 11L, 12L, 19L, 20L, 21L);
        int lines = 0;
        for (int cells = 1; cells <= 4; cells++) {
            for (List<Long> line : combinations(values, cells)) {
                Tally shown = tally(line).forThePublic();
                assertWellHidden(line, shown);
                lines++;
            }
        }
        assertEquals(13 + 169 + 2_197 + 28_561, lines);
    }

    private static void assertWellHidden(List<Long> line, Tally shown) {
        var masked = shown.counts().stream().filter(c -> c.count() == null).toList();
        assertTrue(
                shown.counts().stream().allMatch(c -> c.count() == null || c.count() >= Tally.THRESHOLD),
                line::toString);
        if (masked.isEmpty() || shown.total() == null) {
            return;
        }
        // A reader knows the total and the shown cells, and so the sum of the masked ones; each of those lies between
        // nought and that sum.
        long sum = shown.total()
                - shown.counts().stream()
                        .filter(c -> c.count() != null)
                        .mapToLong(Count::count)
                        .sum();
        assertNotEquals(1, masked.size(), () -> "a lone masked cell of " + line);
        assertTrue(sum + 1 >= Tally.THRESHOLD, () -> "masked cells of " + line + " sum to " + sum);
    }

    @Test
    void aTotalBelowTheThresholdIsMaskedWithEverythingElse() {
        Tally shown = tally(List.of(3L, 0L, 5L)).forThePublic();

        assertNull(shown.total());
        assertTrue(shown.counts().stream().allMatch(c -> c.count() == null));
    }

    @Test
    void largeNumbersStayAndTakeTheNextSmallestAlongWhenOneCellWouldStandAlone() {
        Tally shown = tally(List.of(40L, 3L, 25L, 12L)).forThePublic();

        assertEquals(80L, shown.total());
        assertEquals(
                java.util.Arrays.asList(40L, null, 25L, null),
                shown.counts().stream().map(Count::count).toList());
    }

    @Test
    void aTotalMaskedInOneTableOfReferralsIsMaskedInTheOther() {
        var byDesk = new Tally(TallyType.REFERRALS_BY_DESK, counts(List.of(12L)), 12L);
        var lonely = Tally.exact(TallyType.REFERRALS_BY_DESK, counts(List.of(4L)));
        var byStatus = Tally.exact(TallyType.REFERRALS_BY_STATUS, counts(List.of(20L, 30L)));

        var both = Report.exact(YearMonth.of(2026, 11), List.of(lonely, byStatus), List.of())
                .forThePublic();
        var open = Report.exact(YearMonth.of(2026, 11), List.of(byDesk, byStatus), List.of())
                .forThePublic();

        assertNull(total(both, TallyType.REFERRALS_BY_STATUS));
        assertEquals(50L, total(open, TallyType.REFERRALS_BY_STATUS));
    }

    private static @Nullable Long total(Report report, TallyType type) {
        return report.tallies().stream()
                .filter(tally -> tally.type() == type)
                .findFirst()
                .orElseThrow()
                .total();
    }

    private static Tally tally(List<Long> values) {
        return Tally.exact(TallyType.CONSULTATIONS_BY_URGENCY, counts(values));
    }

    private static List<Count> counts(List<Long> values) {
        return LongStream.range(0, values.size())
                .mapToObj(i -> new Count("c" + i, values.get((int) i)))
                .toList();
    }

    private static List<List<Long>> combinations(List<Long> values, int cells) {
        List<List<Long>> lines = List.of(List.of());
        for (int i = 0; i < cells; i++) {
            var longer = new ArrayList<List<Long>>();
            for (List<Long> line : lines) {
                for (Long value : values) {
                    var next = new ArrayList<>(line);
                    next.add(value);
                    longer.add(next);
                }
            }
            lines = longer;
        }
        return lines;
    }
}
