package jp.tsunagi.council.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of counts with its total, as the secretariat sees it (exact) or as the public may see it (protected).
 *
 * @param total null when hidden
 */
record Tally(TallyType type, List<Count> counts, @Nullable Long total) {

    /**
     * Counts under ten are masked, as MHLW does for its open data; what a reader can work out about any masked count
     * spans at least ten values too.
     */
    static final int THRESHOLD = 10;

    /** @param count null when hidden */
    record Count(String code, @Nullable Long count) {}

    Tally {
        counts = List.copyOf(counts);
    }

    static Tally exact(TallyType type, List<Count> counts) {
        return new Tally(type, counts, counts.stream().mapToLong(Tally::exact).sum());
    }

    /**
     * Masks small counts (zero is small too: it would tell that nobody did) and then the next smallest ones, until the
     * masked counts hide each other: the total gives away only their sum, and a sum of ten or more over two or more
     * counts leaves each of them anywhere from nought to that sum. Where that cannot be reached the total goes too.
     * All masked counts look alike; a mark "smaller than ten" would narrow the others down.
     */
    Tally forThePublic() {
        List<Count> masked = new ArrayList<>();
        long sum = 0;
        for (Count count :
                counts.stream().sorted(Comparator.comparing(Tally::exact)).toList()) {
            boolean isSmall = exact(count) < THRESHOLD;
            boolean isLonely = !masked.isEmpty() && (masked.size() < 2 || sum < THRESHOLD);
            if (isSmall || isLonely) {
                masked.add(count);
                sum += exact(count);
            }
        }
        boolean isSheltered = masked.isEmpty() || (masked.size() >= 2 && sum >= THRESHOLD);
        List<Count> shown = counts.stream()
                .map(count -> masked.contains(count) ? new Count(count.code(), null) : count)
                .toList();
        return new Tally(type, shown, isSheltered ? total : null);
    }

    Tally withoutTotal() {
        return new Tally(type, counts, null);
    }

    private static long exact(Count count) {
        if (count.count() == null) {
            throw new IllegalStateException("a masked count of " + count.code() + " has no value any more");
        }
        return count.count();
    }
}
