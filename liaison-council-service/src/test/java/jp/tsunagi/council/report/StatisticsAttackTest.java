package jp.tsunagi.council.report;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.tsunagi.council.report.Tally.Count;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

/**
 * A reader puts together everything that is published of a month and works out between which two numbers each count
 * must be: the figures, the totals, and that tallies of the same things have one total. Months tell nothing of each
 * other, because a consultation or referral is in one month only and a published month does not change.
 */
@Requirement({"F4", "R14.8"})
class StatisticsAttackTest {

    private static final int DATA_SETS = 60;
    private static final int MONTHS = 12;

    /** The numbers that a count may be. */
    private record Range(long low, long high) {
        long size() {
            return high - low + 1;
        }

        Range and(Range other) {
            return new Range(Math.max(low, other.low), Math.min(high, other.high));
        }

        static Range sum(Collection<Range> ranges) {
            return new Range(
                    ranges.stream().mapToLong(Range::low).sum(),
                    ranges.stream().mapToLong(Range::high).sum());
        }
    }

    @Test
    void everythingPublishedTogetherLeavesTenNumbersForEachCount() {
        long narrowest = narrowest(StatisticsAttackTest::aboutRounded, StatisticsAttackTest::aboutRounded);

        assertTrue(narrowest >= Tally.UNIT, () -> "a count is one of " + narrowest);
    }

    /** The attack works: with the rounding off it finds every count. */
    @Test
    void withoutRoundingTheAttackFindsEveryCount() {
        long narrowest = narrowest(month -> month, StatisticsAttackTest::aboutExact, StatisticsAttackTest::aboutExact);

        assertTrue(narrowest == 1, () -> "a count is one of " + narrowest);
    }

    /** The attack works: with exact totals beside rounded counts it narrows some down. */
    @Test
    void withExactTotalsTheAttackNarrowsSomeCountsDown() {
        long narrowest = narrowest(
                month -> new Report(month.month(), month.rounded(), List.of()),
                StatisticsAttackTest::aboutRounded,
                StatisticsAttackTest::aboutExact);

        assertTrue(narrowest < Tally.UNIT, () -> "a count is one of " + narrowest);
    }

    private static long narrowest(Function<Long, Range> aboutCount, Function<Long, Range> aboutTotal) {
        return narrowest(month -> new Report(month.month(), month.rounded(), List.of()), aboutCount, aboutTotal);
    }

    private static long narrowest(
            Function<Report, Report> publish, Function<Long, Range> aboutCount, Function<Long, Range> aboutTotal) {
        long narrowest = Long.MAX_VALUE;
        for (int seed = 0; seed < DATA_SETS; seed++) {
            var random = new Random(seed);
            for (int month = 1; month <= MONTHS; month++) {
                Report exact = randomMonth(random, month);
                Report shown = publish.apply(exact);
                narrowest = Math.min(narrowest, attack(shown, exact, aboutCount, aboutTotal));
            }
        }
        return narrowest;
    }

    private static Range aboutExact(long shown) {
        return new Range(shown, shown);
    }

    private static Range aboutRounded(long shown) {
        return new Range(Math.max(0, shown - 9), shown + 9);
    }

    /** The size of the smallest range that is left for a count; the true number must be in each. */
    private static long attack(
            Report shown, Report exact, Function<Long, Range> aboutCount, Function<Long, Range> aboutTotal) {
        Map<TallyType, List<Range>> ranges = new EnumMap<>(TallyType.class);
        Map<TallyType, Range> things = new EnumMap<>(TallyType.class);
        for (Tally tally : shown.tallies()) {
            List<Range> counts = tally.counts().stream()
                    .map(count -> aboutCount.apply(count.count()))
                    .toList();
            ranges.put(tally.type(), counts);
            things.merge(tally.type().whole(), thingsOf(tally, counts, exact, aboutTotal), Range::and);
        }
        long narrowest = Long.MAX_VALUE;
        for (Tally tally : exact.tallies()) {
            List<Range> counts = ranges.get(tally.type());
            for (int i = 0; i < counts.size(); i++) {
                List<Range> others = new ArrayList<>(counts);
                others.remove(i);
                Range rest = Range.sum(others);
                Range all = things.get(tally.type().whole());
                Range left = counts.get(i)
                        .and(new Range(
                                all.low() - rest.high(), all.high() - (isPartition(tally.type()) ? rest.low() : 0)));
                long truth = tally.counts().get(i).count();
                assertTrue(left.low() <= truth && truth <= left.high(), () -> truth + " is not in " + left);
                narrowest = Math.min(narrowest, left.size());
            }
        }
        return narrowest;
    }

    /** How many things a tally says there are. One that names a thing several times says only a little. */
    private static Range thingsOf(Tally tally, List<Range> counts, Report exact, Function<Long, Range> aboutTotal) {
        if (!isPartition(tally.type())) {
            return new Range(
                    counts.stream().mapToLong(Range::low).max().orElse(0),
                    Range.sum(counts).high());
        }
        boolean isExact = aboutTotal.apply(10L).size() == 1;
        long total = isExact ? exactTotal(exact, tally.type()) : tally.total();
        // The reader knows that totals are rounded down.
        return Range.sum(counts).and(isExact ? aboutExact(total) : new Range(total, total + 9));
    }

    private static long exactTotal(Report exact, TallyType type) {
        return exact.tallies().stream()
                .collect(toMap(Tally::type, Tally::total))
                .get(type);
    }

    private static boolean isPartition(TallyType type) {
        return type != TallyType.MENTIONS_BY_CATEGORY;
    }

    /** Consultations with one urgency and one to three categories, referrals with one desk and one status. */
    private static Report randomMonth(Random random, int month) {
        int consultations = random.nextInt(120);
        int referrals = random.nextInt(80);
        long[] urgencies = new long[5];
        long[] categories = new long[4 + random.nextInt(20)];
        for (int i = 0; i < consultations; i++) {
            urgencies[skewed(random, urgencies.length)]++;
            random.ints(0, categories.length)
                    .distinct()
                    .limit(1 + random.nextInt(3))
                    .forEach(category -> categories[category]++);
        }
        long[] desks = new long[1 + random.nextInt(8)];
        long[] statuses = new long[1 + random.nextInt(12)];
        for (int i = 0; i < referrals; i++) {
            desks[skewed(random, desks.length)]++;
            statuses[skewed(random, statuses.length)]++;
        }
        return new Report(
                YearMonth.of(2026, month),
                List.of(
                        tally(TallyType.CONSULTATIONS_BY_URGENCY, urgencies),
                        tally(TallyType.MENTIONS_BY_CATEGORY, categories),
                        tally(TallyType.REFERRALS_BY_DESK, desks),
                        tally(TallyType.REFERRALS_BY_STATUS, statuses)),
                List.of());
    }

    private static int skewed(Random random, int bound) {
        return Math.min(random.nextInt(bound), random.nextInt(bound));
    }

    private static Tally tally(TallyType type, long[] counts) {
        return new Tally(
                type,
                IntStream.range(0, counts.length)
                        .mapToObj(i -> new Count("c" + i, counts[i]))
                        .toList());
    }
}
