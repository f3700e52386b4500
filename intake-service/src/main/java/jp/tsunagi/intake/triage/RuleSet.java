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
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

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
     * A rule that held, and the signs it asks for that were heard.
     *
     * @param named every text in its condition
     */
    record Held(Rule rule, Set<String> named) {}

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

    /** Whether a rule's condition names one of these signs. */
    boolean names(String id, Set<String> signs) {
        return rules.stream()
                .anyMatch(one -> one.rule.id().equals(id)
                        && one.condition.named().stream().anyMatch(signs::contains));
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
    private List<Held> holding(Rule.Facts facts, Class<? extends Rule.Answer> kind) {
        Map<String, Object> values = Condition.values(facts);
        List<Held> holding = new ArrayList<>();
        for (Compiled compiled : rules) {
            if (kind.isInstance(compiled.rule.answer()) && compiled.condition.holds(values)) {
                holding.add(new Held(compiled.rule, compiled.condition.named()));
            }
        }
        return holding;
    }

    /** What follows from what was read. */
    Assessment assess(Reading reading) {
        return assess(reading, _ -> true);
    }

    /** @param counts the rules for the urgency that are asked */
    Assessment assess(Reading reading, Predicate<Rule> counts) {
        Submission told = reading.told();
        Learned.Guess like = reading.like();
        Words words = Words.of(reading.findings(), like);
        Set<String> heard = words.bySign.keySet();

        Set<String> categories = new LinkedHashSet<>();
        told.categories().forEach(category -> categories.add(category.code()));
        Wish wish = told.wish();
        Rule.Facts facts = facts(told, heard, wish, categories, null, like);

        Map<Category, List<Assessment.Reason>> kinds = new LinkedHashMap<>();
        for (RuleSet.Held held : holding(facts, Rule.Answer.Kinds.class)) {
            ((Rule.Answer.Kinds) held.rule().answer())
                    .categories()
                    .forEach(kind ->
                            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(reason(held, words)));
        }
        kinds.keySet().forEach(kind -> categories.add(kind.code()));

        Assessment.Suggested<Wish> wanted = null;
        if (wish == Wish.UNANSWERED) {
            List<RuleSet.Held> wishes =
                    holding(facts(told, heard, wish, categories, null, like), Rule.Answer.Wanted.class);
            if (!wishes.isEmpty()) {
                wish = ((Rule.Answer.Wanted) wishes.getFirst().rule().answer()).wish();
                wanted = new Assessment.Suggested<>(wish, List.of(reason(wishes.getFirst(), words)));
            }
        }

        List<RuleSet.Held> urgent =
                holding(facts(told, heard, wish, categories, null, like), Rule.Answer.Urgent.class).stream()
                        .filter(held -> counts.test(held.rule()))
                        .toList();
        Urgency urgency = urgent.stream()
                .map(RuleSet::urgency)
                .min(Comparator.naturalOrder())
                .orElse(Urgency.NORMAL);
        List<Assessment.Reason> urgencyReasons = urgent.stream()
                .filter(held -> urgency(held) == urgency)
                .map(held -> reason(held, words))
                .toList();

        Rule.Facts all = facts(told, heard, wish, categories, urgency, like);
        List<RuleSet.Held> towards = holding(all, Rule.Answer.To.class).stream()
                .sorted(Comparator.comparing(RuleSet::weight).reversed())
                .toList();
        Set<String> needed = towards.stream()
                .filter(held -> ofTheRelease.contains(held.rule().id()))
                .map(RuleSet::desk)
                .collect(Collectors.toSet());
        List<Assessment.Suggested<String>> notDesks = group(
                holding(all, Rule.Answer.NotTo.class).stream()
                        .filter(held -> !needed.contains(desk(held)))
                        .toList(),
                words);
        List<Assessment.Suggested<String>> desks = group(towards, words).stream()
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
                namedIn(words),
                harmless(reading.findings()));
    }

    private List<Assessment.Named> namedIn(Words words) {
        return words.bySign.entrySet().stream()
                .filter(sign -> !named(sign.getKey()).isEmpty())
                .map(sign -> new Assessment.Named(
                        named(sign.getKey()),
                        sign.getValue().stream().distinct().toList()))
                .toList();
    }

    private static List<Assessment.Harmless> harmless(List<Finding> findings) {
        List<Assessment.Harmless> harmless = new ArrayList<>();
        for (Finding one : findings) {
            Discount why = one.discount();
            if (why != null) {
                harmless.add(new Assessment.Harmless(one.sign(), one.words(), why));
            }
        }
        return harmless;
    }

    private static Rule.Facts facts(
            Submission told,
            Set<String> heard,
            Wish wish,
            Set<String> categories,
            @Nullable Urgency urgency,
            Learned.Guess like) {
        return new Rule.Facts(
                List.copyOf(heard),
                told.wish().code(),
                wish.code(),
                told.consulter().type().code(),
                told.consulter().ageBand().code(),
                told.danger().code(),
                told.consulter().ageBand().isMinor(),
                told.urls().size(),
                told.text().strip().length(),
                told.categories().stream().map(Category::code).toList(),
                List.copyOf(categories),
                urgency,
                like);
    }

    /** Desks in the order in which they are first named, each with all its reasons. */
    private static List<Assessment.Suggested<String>> group(List<RuleSet.Held> held, Words words) {
        Map<String, List<Assessment.Reason>> desks = new LinkedHashMap<>();
        held.forEach(
                one -> desks.computeIfAbsent(desk(one), _ -> new ArrayList<>()).add(reason(one, words)));
        return desks.entrySet().stream()
                .map(desk -> new Assessment.Suggested<>(desk.getKey(), desk.getValue()))
                .toList();
    }

    private static Assessment.Reason reason(RuleSet.Held held, Words words) {
        return new Assessment.Reason(held.rule().id(), held.rule().version(), words.of(held));
    }

    /** What of the person's words led to an answer. */
    private record Words(Map<String, List<String>> bySign, Learned.Guess like) {

        static Words of(List<Finding> findings, Learned.Guess like) {
            Map<String, List<String>> bySign = new LinkedHashMap<>();
            findings.stream()
                    .filter(Finding::counts)
                    .forEach(one -> bySign.computeIfAbsent(one.sign(), _ -> new ArrayList<>())
                            .add(one.words()));
            return new Words(bySign, like);
        }

        /** The words of the signs that a rule asks for; what texts like it share only when there are none. */
        List<String> of(RuleSet.Held held) {
            List<String> ofSigns = bySign.entrySet().stream()
                    .filter(sign -> held.named().contains(sign.getKey()))
                    .flatMap(sign -> sign.getValue().stream())
                    .distinct()
                    .toList();
            if (!ofSigns.isEmpty()) {
                return ofSigns;
            }
            return switch (held.rule().answer()) {
                case Rule.Answer.Urgent urgent
                when held.named().stream().anyMatch(Condition.LIKE_URGENCY::contains) ->
                    like.words().getOrDefault(urgent.urgency(), List.of());
                case Rule.Answer.To _ when held.named().contains(Condition.LIKE_DESK) -> like.deskWords();
                case Rule.Answer.Wanted _ when held.named().contains(Condition.LIKE_WISH) -> like.wishWords();
                case Rule.Answer.Kinds kinds
                when held.named().contains(Condition.LIKE_KINDS) ->
                    kinds.categories().stream()
                            .flatMap(kind -> like.kinds().getOrDefault(kind.code(), List.of()).stream())
                            .distinct()
                            .toList();
                default -> List.of();
            };
        }
    }

    private static Urgency urgency(RuleSet.Held held) {
        return ((Rule.Answer.Urgent) held.rule().answer()).urgency();
    }

    private static int weight(RuleSet.Held held) {
        return ((Rule.Answer.To) held.rule().answer()).weight();
    }

    private static String desk(RuleSet.Held held) {
        return held.rule().answer() instanceof Rule.Answer.To to
                ? to.desk()
                : ((Rule.Answer.NotTo) held.rule().answer()).desk();
    }
}
