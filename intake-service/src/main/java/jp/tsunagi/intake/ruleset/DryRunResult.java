package jp.tsunagi.intake.ruleset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would suggest for past cases.
 *
 * @param lessUrgentCases every one that would be less urgent, as far as somebody reads them one by one
 * @param otherCases the newest of those that would be more urgent or go to another desk first
 */
record DryRunResult(Counts counts, List<Line> lessUrgentCases, List<Line> otherCases) {

    /**
     * How many cases would be suggested something else.
     *
     * @param cases how many were compared, the newest ones
     * @param changed in how many anything would change
     * @param otherDesk in how many another desk would come first
     * @param otherKinds in how many other kinds of harm would be suggested
     * @param otherWish in how many another wish would be suggested
     */
    record Counts(
            int cases, int changed, int moreUrgent, int lessUrgent, int otherDesk, int otherKinds, int otherWish) {}

    /** More would not be read one by one. */
    static final int MOST_LINES = 100;

    DryRunResult {
        lessUrgentCases = List.copyOf(lessUrgentCases);
        otherCases = List.copyOf(otherCases);
    }

    /** A case for which something else would be suggested. */
    record Line(UUID consultationId, String receiptNumber, Suggestion before, Suggestion after) {

        public boolean isLessUrgent() {
            return after.urgency.compareTo(before.urgency) > 0;
        }

        public boolean isMoreUrgent() {
            return after.urgency.compareTo(before.urgency) < 0;
        }

        public boolean goesElsewhere() {
            return !Objects.equals(before.desk, after.desk);
        }
    }

    /**
     * What is suggested by one set of rules.
     *
     * @param desk the first one, null for none
     */
    record Suggestion(
            Urgency urgency,
            List<Assessment.Reason> urgencyReasons,
            @Nullable String desk,
            List<Assessment.Reason> deskReasons) {

        Suggestion {
            urgencyReasons = List.copyOf(urgencyReasons);
            deskReasons = List.copyOf(deskReasons);
        }

        static Suggestion of(Assessment assessment) {
            var first = assessment.desks().stream().findFirst();
            return new Suggestion(
                    assessment.urgency(),
                    assessment.urgencyReasons(),
                    first.map(Assessment.Suggested::value).orElse(null),
                    first.map(Assessment.Suggested::reasons).orElse(List.of()));
        }
    }

    Stream<Line> shown() {
        return Stream.concat(lessUrgentCases.stream(), otherCases.stream());
    }

    /** Counts case by case. */
    static final class Comparison {

        private final List<Line> less = new ArrayList<>();
        private final List<Line> other = new ArrayList<>();
        private int cases;
        private int changed;
        private int moreUrgent;
        private int otherDesk;
        private int otherKinds;
        private int otherWish;

        void add(UUID id, String receiptNumber, Assessment before, Assessment after) {
            Line line = new Line(id, receiptNumber, Suggestion.of(before), Suggestion.of(after));
            boolean hasOtherKinds = differ(before, after, Comparison::kinds);
            boolean hasOtherWish = differ(before, after, Comparison::wish);
            cases++;
            moreUrgent += line.isMoreUrgent() ? 1 : 0;
            otherDesk += line.goesElsewhere() ? 1 : 0;
            otherKinds += hasOtherKinds ? 1 : 0;
            otherWish += hasOtherWish ? 1 : 0;
            boolean isOther = line.isMoreUrgent() || line.goesElsewhere();
            boolean hasOtherDesks = differ(before, after, Comparison::desks);
            changed += line.isLessUrgent() || isOther || hasOtherKinds || hasOtherWish || hasOtherDesks ? 1 : 0;
            if (line.isLessUrgent()) {
                less.add(line);
            } else if (isOther) {
                other.add(line);
            }
        }

        private static boolean differ(Assessment before, Assessment after, Function<Assessment, ?> part) {
            return !Objects.equals(part.apply(before), part.apply(after));
        }

        private static List<List<String>> desks(Assessment assessment) {
            return Stream.of(assessment.desks(), assessment.notDesks())
                    .map(desks ->
                            desks.stream().map(Assessment.Suggested::value).toList())
                    .toList();
        }

        private static List<String> kinds(Assessment assessment) {
            return assessment.categories().stream()
                    .map(kind -> kind.value().code())
                    .sorted()
                    .toList();
        }

        private static @Nullable String wish(Assessment assessment) {
            var wish = assessment.wish();
            return wish == null ? null : wish.value().code();
        }

        DryRunResult result() {
            // Whoever would fall furthest is read first.
            less.sort(Comparator.comparing((Line line) -> line.before().urgency())
                    .thenComparing(line -> line.after().urgency(), Comparator.reverseOrder()));
            return new DryRunResult(
                    new Counts(cases, changed, moreUrgent, less.size(), otherDesk, otherKinds, otherWish),
                    less.stream().limit(MOST_LINES).toList(),
                    other.stream().limit(MOST_LINES).toList());
        }
    }
}
