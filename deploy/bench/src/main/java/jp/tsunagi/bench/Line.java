package jp.tsunagi.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table: ours beside one other.
 *
 * @param ratio ours by the other's speed, the middle one of all rounds
 * @param failed requests of ours and of the other's that were refused or not answered
 */
record Line(
        String work,
        int rows,
        int connections,
        String other,
        double ours,
        double others,
        double ratio,
        double lowest,
        double highest,
        @Nullable Double wanted,
        double p50,
        double p99,
        double othersP50,
        double othersP99,
        long failed) {

    /** Above it two rounds of the same work differ by so much that other work must have run beside them. */
    private static final double WIDE = 0.3;

    static Line of(Match match, int connections, Match.Other other, List<Result> ours, List<Result> others) {
        List<Double> ratios = IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i).perSecond() / others.get(i).perSecond())
                .sorted()
                .toList();
        Result mine = middle(ours);
        Result theirs = middle(others);
        return new Line(
                match.work(),
                match.rows(),
                connections,
                other.contender().name(),
                mine.perSecond(),
                theirs.perSecond(),
                ratios.get(ratios.size() / 2),
                ratios.getFirst(),
                ratios.getLast(),
                other.wanted(),
                mine.milliseconds(50),
                mine.milliseconds(99),
                theirs.milliseconds(50),
                theirs.milliseconds(99),
                ours.stream().mapToLong(Result::failed).sum()
                        + others.stream().mapToLong(Result::failed).sum());
    }

    boolean isWide() {
        return (highest - lowest) / ratio > WIDE;
    }

    String toMarkdown() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %d | %s | %,.0f | %,.0f | **%.2f** (%.2f–%.2f)%s | %s | %.1f / %.1f | %.1f / %.1f |%s",
                work,
                rows,
                connections,
                other,
                ours,
                others,
                ratio,
                lowest,
                highest,
                isWide() ? " wide" : "",
                wanted == null ? "" : String.format(Locale.ROOT, "≥ %.2f", wanted),
                p50,
                p99,
                othersP50,
                othersP99,
                failed == 0 ? "" : " " + failed + " failed");
    }

    private static Result middle(List<Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Result::perSecond))
                .toList()
                .get(results.size() / 2);
    }
}
