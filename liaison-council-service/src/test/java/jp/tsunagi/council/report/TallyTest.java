package jp.tsunagi.council.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.tsunagi.council.report.Tally.Count;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("R14.8")
class TallyTest {

    @Test
    void aFigureIsTheTenBelowOrAboveAndTheTalliesOfAMonthFitTogether() {
        var report = report(List.of(14L, 14L, 3L), List.of(31L, 9L), List.of(19L, 19L), List.of(38L, 0L));

        var rounded = report.rounded();

        assertEquals(List.of(20L, 10L, 0L), values(rounded.get(0)));
        assertEquals(List.of(30L, 0L), values(rounded.get(1)));
        assertEquals(List.of(20L, 10L), values(rounded.get(2)));
        assertEquals(List.of(30L, 0L), values(rounded.get(3)));
        assertEquals(
                List.of(30L, 30L, 30L, 30L), rounded.stream().map(Tally::total).toList());
    }

    /**
     * A reader who knows the rule, and that the two tallies divide the same things, tries every pair of tallies with
     * counts below thirty that gives what is shown: each count may still be ten numbers or more.
     */
    @Test
    void whoKnowsTheRuleStillFindsTenNumbersForEachFigure() {
        Map<List<List<Long>>, List<Set<Long>>> possible = new HashMap<>();
        for (long a = 0; a < 30; a++) {
            for (long b = 0; b < 30; b++) {
                for (long c = Math.max(0, a + b - 29); c < 30 && c <= a + b; c++) {
                    remember(possible, report(List.of(0L), List.of(0L), List.of(a, b), List.of(c, a + b - c)), 2, 3);
                }
            }
        }
        assertTenNumbersEach(possible);
    }

    /** The same for tallies of which one names a thing once and the other once or more often. */
    @Test
    void whoKnowsTheRuleStillFindsTenNumbersWhereOneThingHasSeveralKinds() {
        Map<List<List<Long>>, List<Set<Long>>> possible = new HashMap<>();
        for (long a = 0; a < 20; a++) {
            for (long b = 0; b < 20; b++) {
                for (long c = 0; c <= a + b && c < 20; c++) {
                    for (long d = Math.max(0, a + b - c); d <= a + b && d < 20; d++) {
                        remember(possible, report(List.of(a, b), List.of(c, d), List.of(0L), List.of(0L)), 0, 1);
                    }
                }
            }
        }
        assertTenNumbersEach(possible);
    }

    private static void remember(
            Map<List<List<Long>>, List<Set<Long>>> possible, Report report, int oneTally, int otherTally) {
        var rounded = report.rounded();
        var shown = List.of(values(rounded.get(oneTally)), values(rounded.get(otherTally)));
        // Of larger figures this test does not try every number.
        if (shown.stream().flatMap(List::stream).anyMatch(figure -> figure > 10)) {
            return;
        }
        var sets = possible.computeIfAbsent(
                shown,
                _ -> IntStream.range(0, 4)
                        .<Set<Long>>mapToObj(_ -> new HashSet<>())
                        .toList());
        for (int i = 0; i < 2; i++) {
            sets.get(i).add(values(report.tallies().get(oneTally)).get(i));
            sets.get(2 + i).add(values(report.tallies().get(otherTally)).get(i));
        }
    }

    private static void assertTenNumbersEach(Map<List<List<Long>>, List<Set<Long>>> possible) {
        assertTrue(possible.size() > 5, () -> "only " + possible.keySet());
        possible.forEach((shown, sets) ->
                sets.forEach(numbers -> assertTrue(numbers.size() >= Tally.UNIT, () -> shown + " leaves " + numbers)));
    }

    private static List<Long> values(Tally tally) {
        return tally.counts().stream().map(Count::count).toList();
    }

    private static Report report(List<Long> urgencies, List<Long> categories, List<Long> desks, List<Long> statuses) {
        return new Report(
                YearMonth.of(2026, 10),
                List.of(
                        tally(TallyType.CONSULTATIONS_BY_URGENCY, urgencies),
                        tally(TallyType.MENTIONS_BY_CATEGORY, categories),
                        tally(TallyType.REFERRALS_BY_DESK, desks),
                        tally(TallyType.REFERRALS_BY_STATUS, statuses)),
                List.of());
    }

    private static Tally tally(TallyType type, List<Long> values) {
        return new Tally(
                type,
                LongStream.range(0, values.size())
                        .mapToObj(i -> new Count("c" + i, values.get((int) i)))
                        .toList());
    }
}
