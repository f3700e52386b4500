package jp.tsunagi.intake.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What the rules suggest for a consultation, with the reasons for each answer. A person decides.
 *
 * @param rules version of the rules that were in force
 * @param unread whether the text could not be read; then nothing here makes the case less urgent
 * @param wish null when neither the person nor the words say one
 * @param desks the one that fits best first
 */
public record Assessment(
        String rules,
        boolean unread,
        Urgency urgency,
        List<Reason> urgencyReasons,
        List<Suggested<Category>> categories,
        @Nullable Suggested<Wish> wish,
        List<Suggested<String>> desks,
        List<Suggested<String>> notDesks,
        List<Harmless> harmless) {

    private static final int MAX_HARMLESS = 20;

    public Assessment {
        urgencyReasons = List.copyOf(urgencyReasons);
        categories = List.copyOf(categories);
        desks = List.copyOf(desks);
        notDesks = List.copyOf(notDesks);
        harmless = harmless.stream().limit(MAX_HARMLESS).toList();
    }

    /** A case whose text nobody has read yet, not even a program: more urgent than most, so that a person reads it soon. */
    static Assessment unread(String rules, Urgency urgency) {
        return new Assessment(rules, true, urgency, List.of(), List.of(), null, List.of(), List.of(), List.of());
    }

    /** What is suggested when the person has written more: the more urgent of both, with the reasons of both. */
    public Assessment and(Assessment later) {
        List<Suggested<String>> unfit = Suggested.joined(notDesks, later.notDesks);
        boolean isMoreUrgent = later.urgency.compareTo(urgency) < 0;
        Assessment first = isMoreUrgent ? later : this;
        Assessment second = isMoreUrgent ? this : later;
        return new Assessment(
                later.rules,
                unread || later.unread,
                first.urgency,
                first.urgency == second.urgency
                        ? Reason.joined(first.urgencyReasons, second.urgencyReasons)
                        : first.urgencyReasons,
                Suggested.joined(categories, later.categories),
                wish == null ? later.wish : wish,
                Suggested.joined(first.desks, second.desks).stream()
                        .filter(desk -> unfit.stream().noneMatch(not -> not.value.equals(desk.value)))
                        .toList(),
                unfit,
                Stream.concat(harmless.stream(), later.harmless.stream())
                        .distinct()
                        .toList());
    }

    /**
     * A rule that held.
     *
     * @param words what the person wrote that led to it, empty when an answer did
     */
    public record Reason(String rule, int version, List<String> words) {

        /** More words would not be read, and a hostile text has thousands. */
        private static final int MAX_WORDS = 8;

        public Reason {
            words = words.stream().limit(MAX_WORDS).toList();
        }

        private static List<Reason> joined(List<Reason> first, List<Reason> second) {
            Map<String, Reason> byRule = new LinkedHashMap<>();
            Stream.concat(first.stream(), second.stream()).forEach(one -> byRule.merge(one.rule, one, Reason::and));
            return List.copyOf(byRule.values());
        }

        private Reason and(Reason other) {
            return new Reason(
                    rule,
                    Math.max(version, other.version),
                    Stream.concat(words.stream(), other.words.stream())
                            .distinct()
                            .toList());
        }
    }

    /** An answer with what speaks for it. */
    public record Suggested<T>(T value, List<Reason> reasons) {

        public Suggested {
            reasons = List.copyOf(reasons);
        }

        private static <T> List<Suggested<T>> joined(List<Suggested<T>> first, List<Suggested<T>> second) {
            Map<T, List<Reason>> byValue = new LinkedHashMap<>();
            Stream.concat(first.stream(), second.stream())
                    .forEach(one -> byValue.merge(one.value, one.reasons, Reason::joined));
            return byValue.entrySet().stream()
                    .map(one -> new Suggested<>(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /** Words that sound like a sign, and why they were not taken for one. */
    public record Harmless(String sign, String words, Discount why) {}
}
