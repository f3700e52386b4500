package jp.tsunagi.intake.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param named desks that the person speaks of
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
        List<Named> named,
        List<Harmless> harmless) {

    private static final int MAX_HARMLESS = 20;

    public Assessment {
        urgencyReasons = List.copyOf(urgencyReasons);
        categories = List.copyOf(categories);
        desks = List.copyOf(desks);
        notDesks = List.copyOf(notDesks);
        named = List.copyOf(named);
        harmless = harmless.stream().limit(MAX_HARMLESS).toList();
    }

    /** A case whose text nobody has read yet, not even a program: more urgent than most, so that a person reads it soon. */
    static Assessment unread(String rules, Urgency urgency) {
        return new Assessment(
                rules, true, urgency, List.of(), List.of(), null, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * What is suggested when more was written. The urgency stays, with the reasons of both when they say the same; whether
     * it rises is decided by {@link #raisedBy}.
     */
    public Assessment and(Assessment later) {
        List<Suggested<String>> unfit = Suggested.joined(notDesks, later.notDesks);
        boolean isMoreUrgent = later.urgency.compareTo(urgency) < 0;
        return new Assessment(
                later.rules,
                unread || later.unread,
                urgency,
                urgency == later.urgency ? Reason.joined(urgencyReasons, later.urgencyReasons) : urgencyReasons,
                Suggested.joined(categories, later.categories),
                wish == null ? later.wish : wish,
                Suggested.joined(isMoreUrgent ? later.desks : desks, isMoreUrgent ? desks : later.desks).stream()
                        .filter(desk -> unfit.stream().noneMatch(not -> not.value.equals(desk.value)))
                        .toList(),
                unfit,
                Stream.concat(named.stream(), later.named.stream()).distinct().toList(),
                Stream.concat(harmless.stream(), later.harmless.stream())
                        .distinct()
                        .toList());
    }

    /** The same with the urgency of what was written later, and its reasons. */
    public Assessment raisedBy(Assessment later) {
        return new Assessment(
                later.rules,
                unread || later.unread,
                later.urgency,
                later.urgencyReasons,
                categories,
                wish,
                desks,
                notDesks,
                named,
                harmless);
    }

    Assessment urgencyOnly() {
        return new Assessment(
                rules, unread, urgency, urgencyReasons, List.of(), null, List.of(), List.of(), List.of(), List.of());
    }

    /** The same without the desks that somebody ruled out. */
    public Assessment without(Set<String> ruledOut) {
        return new Assessment(
                rules,
                unread,
                urgency,
                urgencyReasons,
                categories,
                wish,
                desks.stream().filter(desk -> !ruledOut.contains(desk.value)).toList(),
                notDesks,
                named,
                harmless);
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

    /**
     * A desk that the person speaks of.
     *
     * @param desks codes of those that may be meant, the likeliest first
     */
    public record Named(List<String> desks, List<String> words) {

        public Named {
            desks = List.copyOf(desks);
            words = words.stream().limit(Reason.MAX_WORDS).toList();
        }
    }

    /** Words that sound like a sign, and why they were not taken for one. */
    public record Harmless(String sign, String words, Discount why) {}
}
