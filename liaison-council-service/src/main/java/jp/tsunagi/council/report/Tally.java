package jp.tsunagi.council.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One line of figures with its total, as the secretariat sees it (exact) or as the public may see it (protected).
 *
 * @param total null when hidden
 */
record Tally(String id, List<Count> counts, Long total) {

    /**
     * Cells under ten are masked, as MHLW does for its open data (security.md R14.8); what a reader can work out about
     * any masked cell spans at least ten values too.
     */
    static final int THRESHOLD = 10;

    /** @param count null when hidden */
    record Count(Coded of, Long count) {
        Count hidden() {
            return new Count(of, null);
        }
    }

    Tally {
        counts = List.copyOf(counts);
    }

    static Tally exact(String id, List<Count> counts) {
        return new Tally(id, counts, counts.stream().mapToLong(Count::count).sum());
    }

    /**
     * Masks small cells (zero is small too: it would tell that nobody did) and then the next smallest ones, until the
     * masked cells hide each other: the total gives away only their sum, and a sum of ten or more over two or more
     * cells leaves each of them anywhere from nought to that sum. Where that cannot be reached the total goes too.
     * All masked cells look alike; a mark "smaller than ten" would narrow the others down.
     */
    Tally forThePublic() {
        List<Count> masked = new ArrayList<>();
        long sum = 0;
        for (Count count :
                counts.stream().sorted(Comparator.comparing(Count::count)).toList()) {
            boolean small = count.count() < THRESHOLD;
            boolean lonely = !masked.isEmpty() && (masked.size() < 2 || sum < THRESHOLD);
            if (small || lonely) {
                masked.add(count);
                sum += count.count();
            }
        }
        boolean sheltered = masked.isEmpty() || (masked.size() >= 2 && sum >= THRESHOLD);
        List<Count> shown =
                counts.stream().map(c -> masked.contains(c) ? c.hidden() : c).toList();
        return new Tally(id, shown, sheltered ? total : null);
    }
}
