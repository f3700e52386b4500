package jp.tsunagi.council.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One line of counts. */
record Tally(TallyType type, List<Count> counts) {

    /**
     * Figures for the public are multiples of ten, and below ten there is only "fewer than ten", as the health ministry
     * (MHLW) does for its open data.
     */
    static final int UNIT = 10;

    record Count(String code, long count) {
        private long roundedDown() {
            return Tally.roundedDown(count);
        }
    }

    Tally {
        counts = List.copyOf(counts);
    }

    /** The sum of what is shown: of rounded counts it tells nothing more than they do. */
    long total() {
        return counts.stream().mapToLong(Count::count).sum();
    }

    /**
     * The tally with each count at the ten below or above it, as controlled rounding does (docs/decisions/0024): the
     * counts nearest to the ten above are raised until the tally adds up to the tens of what it divides. So the rounded
     * tallies of a month fit together as counts could, and each still stands for ten numbers or more.
     *
     * @param things how many things the tally divides
     */
    Tally rounded(long things) {
        long sum = counts.stream().mapToLong(Count::roundedDown).sum();
        Set<String> raised = counts.stream()
                .filter(count -> count.count() > count.roundedDown())
                .sorted(Comparator.comparingLong((Count count) -> count.count() - count.roundedDown())
                        .reversed())
                .limit(Math.max(0, (roundedDown(things) - sum) / UNIT))
                .map(Count::code)
                .collect(Collectors.toSet());
        return new Tally(
                type,
                counts.stream()
                        .map(count -> new Count(
                                count.code(), count.roundedDown() + (raised.contains(count.code()) ? UNIT : 0)))
                        .toList());
    }

    private static long roundedDown(long count) {
        return count - count % UNIT;
    }
}
