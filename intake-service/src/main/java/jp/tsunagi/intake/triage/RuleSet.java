package jp.tsunagi.intake.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;

/** The rules that are in force together, and what follows from them. {@link RuleFile} reads and checks them. */
public final class RuleSet {

    private final String release;
    private final LocalDate adopted;
    private final String text;
    private final RoutingGuide guide;
    private final Map<String, List<String>> named;
    private final List<Compiled> rules;

    /** The ids of the rules of the release: what they say of desks, the guide does not undo. */
    private final Set<String> ofTheRelease;

    /** A rule whose condition was checked. */
    record Compiled(Rule rule, Condition condition) {}

    /**
     * @param release the version that the text of the rules gives itself
     * @param text of the rules that are no routing guide
     * @param named the desks that a person means with a sign
     */
    RuleSet(
            String release,
            LocalDate adopted,
            String text,
            RoutingGuide guide,
            Map<String, List<String>> named,
            List<Compiled> rules,
            List<Compiled> guideRules) {
        this.release = release;
        this.adopted = adopted;
        this.text = text;
        this.guide = guide;
        this.named = Map.copyOf(named);
        this.rules = Stream.concat(rules.stream(), guideRules.stream()).toList();
        this.ofTheRelease = rules.stream().map(one -> one.rule.id()).collect(Collectors.toUnmodifiableSet());
    }

    /** The version of the rules and the number of the routing guide, for example {@code 2026-11-30.2}. */
    public String version() {
        return release + "." + guide.number();
    }

    public LocalDate adopted() {
        return adopted;
    }

    /** The rules that are no routing guide, as they are written. */
    public String text() {
        return text;
    }

    public RoutingGuide guide() {
        return guide;
    }

    public List<Rule> rules() {
        return rules.stream().map(Compiled::rule).toList();
    }

    public Optional<Rule> find(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The desks that a person means with a sign, the likeliest first; none for a sign that names no desk. */
    List<String> named(String sign) {
        return named.getOrDefault(sign, List.of());
    }

    /** What each rule says, by its id. */
    public Map<String, String> labels(Locale locale) {
        return rules.stream()
                .map(Compiled::rule)
                .collect(Collectors.toMap(Rule::id, rule -> rule.label().in(locale)));
    }

    /** The rules of one kind that hold for these facts, in the order of the file. */
    private List<Compiled> holding(Rule.Facts facts, Class<? extends Rule.Answer> kind) {
        Map<String, Object> values = Condition.values(facts);
        return rules.stream()
                .filter(one -> kind.isInstance(one.rule.answer()) && one.condition.holds(values))
                .toList();
    }

    /**
     * What follows from what was read.
     *
     * @param counts the rules for the urgency that are asked
     */
    Assessment assess(Reading reading, Predicate<Compiled> counts) {
        Grounds grounds = new Grounds(reading);
        Set<String> categories = new LinkedHashSet<>();
        reading.told().categories().forEach(category -> categories.add(category.code()));
        Wish wish = reading.told().wish();

        Map<Category, List<Assessment.Reason>> kinds = new LinkedHashMap<>();
        for (Compiled held : holding(reading.facts(wish, categories, null), Rule.Answer.Kinds.class)) {
            ((Rule.Answer.Kinds) held.rule.answer())
                    .categories()
                    .forEach(kind ->
                            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(grounds.reason(held)));
        }
        kinds.forEach((kind, reasons) -> {
            categories.add(kind.code());
            grounds.add(kind.code(), reasons);
        });

        Assessment.Suggested<Wish> wanted = null;
        if (wish == Wish.UNANSWERED) {
            List<Compiled> wishes = holding(reading.facts(wish, categories, null), Rule.Answer.Wanted.class);
            if (!wishes.isEmpty()) {
                wish = ((Rule.Answer.Wanted) wishes.getFirst().rule.answer()).wish();
                wanted = new Assessment.Suggested<>(wish, List.of(grounds.reason(wishes.getFirst())));
                grounds.add(wish.code(), wanted.reasons());
            }
        }

        List<Compiled> urgent = holding(reading.facts(wish, categories, null), Rule.Answer.Urgent.class).stream()
                .filter(counts)
                .toList();
        Urgency urgency = urgent.stream()
                .map(RuleSet::urgency)
                .min(Comparator.naturalOrder())
                .orElse(Urgency.NORMAL);
        List<Assessment.Reason> urgencyReasons = urgent.stream()
                .filter(held -> urgency(held) == urgency)
                .map(grounds::reason)
                .toList();
        grounds.add(urgency.code(), urgencyReasons);

        Rule.Facts all = reading.facts(wish, categories, urgency);
        List<Compiled> towards = holding(all, Rule.Answer.To.class).stream()
                .sorted(Comparator.comparing(RuleSet::weight).reversed())
                .toList();
        Set<String> needed = towards.stream()
                .filter(held -> ofTheRelease.contains(held.rule.id()))
                .map(RuleSet::desk)
                .collect(Collectors.toSet());
        List<Assessment.Suggested<String>> notDesks = group(
                holding(all, Rule.Answer.NotTo.class).stream()
                        .filter(held -> !needed.contains(desk(held)))
                        .toList(),
                grounds);
        List<Assessment.Suggested<String>> desks = group(towards, grounds).stream()
                .filter(desk -> notDesks.stream().noneMatch(not -> not.value().equals(desk.value())))
                .toList();
        return new Assessment(
                version(),
                false,
                urgency,
                urgencyReasons,
                kinds.entrySet().stream()
                        .map(kind -> new Assessment.Suggested<>(kind.getKey(), kind.getValue()))
                        .toList(),
                wanted,
                desks,
                notDesks,
                namedIn(reading),
                reading.harmless());
    }

    private List<Assessment.Named> namedIn(Reading reading) {
        return reading.wordsBySign().entrySet().stream()
                .filter(sign -> !named(sign.getKey()).isEmpty())
                .map(sign -> new Assessment.Named(
                        named(sign.getKey()),
                        sign.getValue().stream().distinct().toList()))
                .toList();
    }

    /** Desks in the order in which they are first named, each with all its reasons. */
    private static List<Assessment.Suggested<String>> group(List<Compiled> held, Grounds grounds) {
        Map<String, List<Assessment.Reason>> desks = new LinkedHashMap<>();
        held.forEach(
                one -> desks.computeIfAbsent(desk(one), _ -> new ArrayList<>()).add(grounds.reason(one)));
        return desks.entrySet().stream()
                .map(desk -> new Assessment.Suggested<>(desk.getKey(), desk.getValue()))
                .toList();
    }

    /**
     * The person's words for each reason. A rule that asks for an answer, such as a kind of harm, and for no sign goes by the
     * words that led to that answer.
     */
    private static final class Grounds {
        private final Reading reading;
        private final Map<String, List<String>> wordsByAnswer = new LinkedHashMap<>();

        private Grounds(Reading reading) {
            this.reading = reading;
        }

        private void add(String answer, List<Assessment.Reason> reasons) {
            List<String> words = reasons.stream()
                    .flatMap(reason -> reason.words().stream())
                    .distinct()
                    .toList();
            wordsByAnswer.put(answer, words);
        }

        private Assessment.Reason reason(Compiled held) {
            Rule rule = held.rule;
            List<String> words = reading.wordsFor(rule.answer(), held.condition);
            return new Assessment.Reason(rule.id(), rule.version(), words.isEmpty() ? wordsOfAnswers(held) : words);
        }

        /** A part of other words is said once, with them. */
        private List<String> wordsOfAnswers(Compiled held) {
            List<String> words = wordsByAnswer.entrySet().stream()
                    .filter(answer -> held.condition.named().contains(answer.getKey()))
                    .flatMap(answer -> answer.getValue().stream())
                    .distinct()
                    .toList();
            return words.stream()
                    .filter(word -> words.stream().noneMatch(other -> !other.equals(word) && other.contains(word)))
                    .toList();
        }
    }

    private static Urgency urgency(Compiled held) {
        return ((Rule.Answer.Urgent) held.rule.answer()).urgency();
    }

    private static int weight(Compiled held) {
        return ((Rule.Answer.To) held.rule.answer()).weight();
    }

    /** The desk of a rule for or against one. */
    private static String desk(Compiled held) {
        return held.rule.answer().codes().getFirst();
    }
}
