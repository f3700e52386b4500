package jp.tsunagi.intake.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
 * of and with others; a rule for which none of them holds is dead, or hides a mistake.
 */
final class Reachability {

    /** A condition with more combinations is taken: it is not proved that it cannot hold. */
    private static final int MAX_COMBINATIONS = 20_000;

    /** Of how many names every combination is tried. */
    private static final int MAX_NAMES = 10;

    /** What a kind of harm can be: not there, told by the words, or ticked. */
    private static final int KIND_STATES = 3;

    private final Condition condition;
    private final Rule.Question question;
    private final Set<String> signs;
    private final Set<String> desks;
    private final List<Choice> choices = new ArrayList<>();
    private boolean everyCombination = true;
    private int tried;

    /** One of several values for facts that depend on each other, by their names; made when it is asked for. */
    private record Choice(int size, IntFunction<Map<String, Object>> at) {

        static Choice of(List<Map<String, Object>> values) {
            return new Choice(values.size(), values::get);
        }
    }

    Reachability(Condition condition, Rule.Question question, Set<String> signs, Set<String> desks) {
        this.condition = condition;
        this.question = question;
        this.signs = signs;
        this.desks = desks;
    }

    /** Returns false when it is certain that the condition never holds where rules for this question are asked. */
    boolean canHold() {
        each(Fact.HEARD, subsets(signs));
        each(Fact.CONSULTER, codes(Coded.codes(ConsulterType.class), ConsulterType.UNANSWERED));
        each(Fact.DANGER, Coded.codes(Danger.class));
        each(Fact.LIKE_URGENCY, Coded.codes(Urgency.class));
        each(Fact.LIKE_DESK, codes(desks, ""));
        each(Fact.LIKE_EMERGENCY, shares());
        each(Fact.LIKE_HIGH, shares());
        each(Fact.LIKE_LOW, shares());
        each(Fact.LIKE_DESK_PROBABILITY, shares());
        each(Fact.LIKE_WISH, codes(Coded.codes(Wish.class), Wish.UNANSWERED));
        each(Fact.LIKE_WISH_PROBABILITY, shares());
        each(Fact.LIKE_KINDS, subsets(Coded.codes(Category.class)));
        each(Fact.LETTERS, counts());
        each(Fact.URLS, counts());
        // The urgency is known when desks are asked for, and not before.
        each(Fact.URGENCY, question.isAboutDesks() ? Coded.codes(Urgency.class) : List.of(""));
        choices.add(ages());
        choices.add(wishes());
        choices.add(kinds());
        return holdsSometimes();
    }

    /** How often the condition was asked. */
    int tried() {
        return tried;
    }

    private void each(Fact fact, List<?> values) {
        int size = condition.asks(fact) ? values.size() : 1;
        choices.add(new Choice(size, place -> Map.of(fact.code(), values.get(place))));
    }

    private boolean holdsSometimes() {
        long combinations = 1;
        for (Choice choice : choices) {
            combinations = Math.min(combinations * choice.size, MAX_COMBINATIONS + 1L);
        }
        everyCombination = everyCombination && combinations <= MAX_COMBINATIONS;
        for (long combination = 0; combination < Math.min(combinations, MAX_COMBINATIONS); combination++) {
            Map<String, Object> facts = new HashMap<>();
            long rest = combination;
            for (Choice choice : choices) {
                facts.putAll(choice.at.apply((int) (rest % choice.size)));
                rest /= choice.size;
            }
            tried++;
            if (condition.holds(facts)) {
                return true;
            }
        }
        return !everyCombination;
    }

    private Choice ages() {
        Stream<AgeBand> tried = condition.asks(Fact.AGE) || condition.asks(Fact.IS_MINOR)
                ? Stream.of(AgeBand.values())
                : Stream.of(AgeBand.UNANSWERED);
        return Choice.of(tried.map(
                        age -> Map.<String, Object>of(Fact.AGE.code(), age.code(), Fact.IS_MINOR.code(), age.isMinor()))
                .toList());
    }

    /** What was answered stands; words say the wish only where nothing was, and only to later kinds of rules. */
    private Choice wishes() {
        String unanswered = Wish.UNANSWERED.code();
        List<String> wishes = condition.asks(Fact.WISH) || condition.asks(Fact.ANSWERED_WISH)
                ? codes(Coded.codes(Wish.class), Wish.UNANSWERED)
                : List.of(unanswered);
        boolean isRead = question != Rule.Question.WISH && question != Rule.Question.CATEGORIES;
        return Choice.of(Stream.concat(
                        wishes.stream()
                                .filter(answered -> question != Rule.Question.WISH || answered.equals(unanswered))
                                .map(answered -> Map.<String, Object>of(
                                        Fact.ANSWERED_WISH.code(), answered, Fact.WISH.code(), answered)),
                        wishes.stream()
                                .filter(_ -> isRead)
                                .map(read -> Map.<String, Object>of(
                                        Fact.ANSWERED_WISH.code(), unanswered, Fact.WISH.code(), read)))
                .distinct()
                .toList());
    }

    /** What was ticked is among the kinds of harm; what the words tell is known only to later kinds of rules. */
    private Choice kinds() {
        if (!condition.asks(Fact.TICKED) && !condition.asks(Fact.CATEGORIES)) {
            return Choice.of(List.of(Map.of(Fact.TICKED.code(), List.of(), Fact.CATEGORIES.code(), List.of())));
        }
        List<String> kinds = spoken(Coded.codes(Category.class));
        if (kinds.size() > MAX_NAMES) {
            everyCombination = false;
        }
        List<String> tried = withOther(kinds.stream().limit(MAX_NAMES).toList(), Coded.codes(Category.class));
        boolean isRead = question != Rule.Question.CATEGORIES;
        int size = (int) Math.min(Math.pow(KIND_STATES, tried.size()), MAX_COMBINATIONS + 1.0);
        return new Choice(size, place -> {
            List<String> ticked = new ArrayList<>();
            List<String> all = new ArrayList<>();
            int rest = place;
            for (String kind : tried) {
                int state = rest % KIND_STATES;
                rest /= KIND_STATES;
                if (state == KIND_STATES - 1) {
                    ticked.add(kind);
                }
                if (state == KIND_STATES - 1 || state > 0 && isRead) {
                    all.add(kind);
                }
            }
            return Map.of(Fact.TICKED.code(), ticked, Fact.CATEGORIES.code(), all);
        });
    }

    private List<String> spoken(Collection<String> names) {
        return names.stream().filter(condition.named()::contains).sorted().toList();
    }

    /** Those that the condition speaks of, and one that it does not. */
    private List<String> withOther(List<String> spoken, Collection<String> all) {
        return Stream.concat(
                        spoken.stream(),
                        all.stream()
                                .filter(name -> !condition.named().contains(name))
                                .sorted()
                                .limit(1))
                .toList();
    }

    private List<String> codes(Collection<String> codes, Coded other) {
        return codes(codes, other.code());
    }

    private List<String> codes(Collection<String> codes, String other) {
        return Stream.concat(Stream.of(other), withOther(spoken(codes), codes).stream())
                .distinct()
                .toList();
    }

    /** Every combination of the names that the condition speaks of and another one; of many names only some of them. */
    private List<List<String>> subsets(Collection<String> all) {
        List<String> names = withOther(spoken(all), all);
        if (names.size() <= MAX_NAMES) {
            return IntStream.range(0, 1 << names.size())
                    .mapToObj(chosen -> IntStream.range(0, names.size())
                            .filter(place -> (chosen >> place & 1) == 1)
                            .mapToObj(names::get)
                            .toList())
                    .toList();
        }
        everyCombination = false;
        List<List<String>> subsets = new ArrayList<>(List.of(List.of(), names));
        names.forEach(one -> {
            subsets.add(List.of(one));
            subsets.add(names.stream().filter(other -> !other.equals(one)).toList());
        });
        return subsets;
    }

    private List<Double> shares() {
        return Stream.concat(
                        Stream.of(0.0, 0.5, 1.0),
                        condition.numbers().stream().flatMap(one -> Stream.of(one - 0.001, one, one + 0.001)))
                .filter(share -> share >= 0 && share <= 1)
                .distinct()
                .toList();
    }

    private List<Long> counts() {
        return Stream.concat(
                        Stream.of(0L, 1L, 2L, 1_000L),
                        condition.numbers().stream()
                                .map(Double::longValue)
                                .flatMap(one -> Stream.of(one - 1, one, one + 1)))
                .filter(count -> count >= 0)
                .distinct()
                .toList();
    }
}
