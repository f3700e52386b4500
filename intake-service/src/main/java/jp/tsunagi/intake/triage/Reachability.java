package jp.tsunagi.intake.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;

/**
 * Whether a condition can hold for any consultation at all. Its facts are tried with every value that the condition speaks
 * of and one that it does not speak of; a rule for which none of them holds is dead, or hides a mistake.
 */
final class Reachability {

    /** A condition with more combinations is taken: it is not proved that it cannot hold. */
    private static final int MAX_COMBINATIONS = 50_000;

    /** Of how many names every combination is tried. */
    private static final int MAX_NAMES = 10;

    private final Condition condition;
    private final Rule.Question question;
    private final Set<String> signs;
    private final Set<String> desks;

    /** One choice of values for facts that depend on each other, by their names. */
    private final List<List<Map<String, Object>>> choices = new ArrayList<>();

    private boolean everyCombination = true;

    private Reachability(Condition condition, Rule.Question question, Set<String> signs, Set<String> desks) {
        this.condition = condition;
        this.question = question;
        this.signs = signs;
        this.desks = desks;
    }

    /** @return false when it is certain that the condition never holds where rules for this question are asked */
    static boolean canHold(Condition condition, Rule.Question question, Set<String> signs, Set<String> desks) {
        var reachability = new Reachability(condition, question, signs, desks);
        reachability.collect();
        return reachability.holdsSometimes();
    }

    private void collect() {
        each("heard", subsets(signs));
        each("consulter", codes(Coded.codes(ConsulterType.class), ConsulterType.UNANSWERED));
        each("danger", codes(Coded.codes(Danger.class), Danger.UNANSWERED));
        each("likeUrgency", Coded.codes(Urgency.class));
        each(Condition.LIKE_DESK, with(spoken(desks), ""));
        each(Condition.LIKE_EMERGENCY, shares());
        each(Condition.LIKE_HIGH, shares());
        each(Condition.LIKE_LOW, shares());
        each("likeDeskProbability", shares());
        each(Condition.LIKE_WISH, with(spoken(Coded.codes(Wish.class)), ""));
        each("likeWishProbability", shares());
        each(Condition.LIKE_KINDS, subsets(Coded.codes(Category.class)));
        each("letters", counts());
        each("urls", counts());
        // The urgency is known when desks are asked for, and not before.
        boolean isForDesks = question == Rule.Question.DESK || question == Rule.Question.NOT_DESK;
        each("urgency", isForDesks ? Coded.codes(Urgency.class) : List.of(""));
        choices.add(ages());
        choices.add(wishes());
        choices.add(categories());
    }

    private void each(String fact, Collection<?> values) {
        Collection<?> tried = condition.named().contains(fact)
                ? values
                : values.stream().limit(1).toList();
        choices.add(
                tried.stream().map(value -> Map.<String, Object>of(fact, value)).toList());
    }

    private boolean holdsSometimes() {
        long combinations = 1;
        for (List<Map<String, Object>> choice : choices) {
            combinations = Math.min(combinations * choice.size(), MAX_COMBINATIONS + 1L);
        }
        everyCombination = everyCombination && combinations <= MAX_COMBINATIONS;
        long tried = Math.min(combinations, MAX_COMBINATIONS);
        for (long combination = 0; combination < tried; combination++) {
            Map<String, Object> facts = new HashMap<>();
            long rest = combination;
            for (List<Map<String, Object>> choice : choices) {
                facts.putAll(choice.get((int) (rest % choice.size())));
                rest /= choice.size();
            }
            if (condition.holds(facts)) {
                return true;
            }
        }
        return !everyCombination;
    }

    private List<Map<String, Object>> ages() {
        Set<String> named = condition.named();
        if (!named.contains("age") && !named.contains("isMinor")) {
            return List.of(Map.of("age", AgeBand.UNANSWERED.code(), "isMinor", false));
        }
        return Stream.of(AgeBand.values())
                .map(age -> Map.<String, Object>of("age", age.code(), "isMinor", age.isMinor()))
                .toList();
    }

    /** What was answered stands; words say the wish only where nothing was, and only to later kinds of rules. */
    private List<Map<String, Object>> wishes() {
        List<String> wishes =
                condition.named().contains("wish") || condition.named().contains("answeredWish")
                        ? codes(Coded.codes(Wish.class), Wish.UNANSWERED)
                        : List.of(Wish.UNANSWERED.code());
        List<Map<String, Object>> choice = new ArrayList<>();
        for (String answered : wishes) {
            boolean isAnswered = !answered.equals(Wish.UNANSWERED.code());
            if (isAnswered && question == Rule.Question.WISH) {
                continue;
            }
            choice.add(Map.of("answeredWish", answered, "wish", answered));
            boolean isRead = question != Rule.Question.WISH && question != Rule.Question.CATEGORIES;
            if (!isAnswered && isRead) {
                wishes.forEach(read -> choice.add(Map.of("answeredWish", answered, "wish", read)));
            }
        }
        return choice;
    }

    /** What was ticked is among the kinds of harm; what the words tell is known only to later kinds of rules. */
    private List<Map<String, Object>> categories() {
        List<String> known = Coded.codes(Category.class);
        List<Map<String, Object>> choice = new ArrayList<>();
        for (List<String> ticked : asked("ticked") ? subsets(known) : List.of(List.<String>of())) {
            choice.add(Map.of("ticked", ticked, "categories", ticked));
            if (question != Rule.Question.CATEGORIES && asked("categories")) {
                for (List<String> read : subsets(known)) {
                    Set<String> all = new LinkedHashSet<>(ticked);
                    all.addAll(read);
                    choice.add(Map.of("ticked", ticked, "categories", List.copyOf(all)));
                }
            }
        }
        return choice;
    }

    private boolean asked(String fact) {
        return condition.named().contains(fact)
                || fact.equals("ticked") && question == Rule.Question.CATEGORIES && asked("categories");
    }

    private List<String> spoken(Collection<String> names) {
        return names.stream().filter(condition.named()::contains).sorted().toList();
    }

    private List<String> codes(Collection<String> codes, Coded other) {
        return with(spoken(codes), other.code());
    }

    private static List<String> with(List<String> values, String other) {
        return Stream.concat(Stream.of(other), values.stream()).distinct().toList();
    }

    /** Every combination of the names that the condition speaks of; of many names only some of them. */
    private List<List<String>> subsets(Collection<String> names) {
        List<String> spoken = spoken(names);
        List<List<String>> subsets = new ArrayList<>();
        if (spoken.size() <= MAX_NAMES) {
            for (int chosen = 0; chosen < 1 << spoken.size(); chosen++) {
                List<String> subset = new ArrayList<>();
                for (int i = 0; i < spoken.size(); i++) {
                    if ((chosen >> i & 1) == 1) {
                        subset.add(spoken.get(i));
                    }
                }
                subsets.add(subset);
            }
            return subsets;
        }
        everyCombination = false;
        subsets.add(List.of());
        subsets.add(spoken);
        spoken.forEach(one -> {
            subsets.add(List.of(one));
            subsets.add(spoken.stream().filter(other -> !other.equals(one)).toList());
        });
        return subsets;
    }

    private List<Double> shares() {
        return Stream.concat(
                        Stream.of(0.0, 1.0),
                        condition.numbers().stream().flatMap(one -> Stream.of(one - 0.001, one, one + 0.001)))
                .filter(share -> share >= 0 && share <= 1)
                .distinct()
                .toList();
    }

    private List<Long> counts() {
        return Stream.concat(
                        Stream.of(0L),
                        condition.numbers().stream()
                                .map(Double::longValue)
                                .flatMap(one -> Stream.of(one - 1, one, one + 1)))
                .filter(count -> count >= 0)
                .distinct()
                .toList();
    }
}
