package jp.tsunagi.intake.triage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;

/**
 * The rules that are in force together. A set is read whole or refused whole: each condition is checked for its types and
 * its names, for words that nothing can ever say, for what it may cost, and against the others.
 */
public final class RuleSet {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MAX_RULES = 500;
    private static final int MAX_WEIGHT = 100;

    private final String version;
    private final LocalDate adopted;
    private final Map<String, List<String>> named;
    private final List<Compiled> rules;

    private record Compiled(Rule rule, Condition condition) {}

    /**
     * A rule that held, and the signs it asks for that were heard.
     *
     * @param named every text in its condition
     */
    record Held(Rule rule, Set<String> named) {}

    private RuleSet(String version, LocalDate adopted, Map<String, List<String>> named, List<Compiled> rules) {
        this.version = version;
        this.adopted = adopted;
        this.named = Map.copyOf(named);
        this.rules = List.copyOf(rules);
    }

    public String version() {
        return version;
    }

    public LocalDate adopted() {
        return adopted;
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
    List<Held> holding(Rule.Facts facts, Class<? extends Rule.Answer> kind) {
        Map<String, Object> values = Condition.values(facts);
        List<Held> holding = new ArrayList<>();
        for (Compiled compiled : rules) {
            if (kind.isInstance(compiled.rule.answer()) && compiled.condition.holds(values)) {
                holding.add(new Held(compiled.rule, compiled.condition.named()));
            }
        }
        return holding;
    }

    /**
     * @param signs what a text can tell
     * @throws InvalidRules with line and reason
     */
    static RuleSet read(YamlFile file, Set<String> signs) {
        YamlFile.Value root = file.root();
        root.allowOnly("version", "adopted", "desks", "named", "rules");
        Set<String> desks = Set.copyOf(root.required("desks").words());
        List<YamlFile.Value> written = root.required("rules").items();
        if (written.isEmpty() || written.size() > MAX_RULES) {
            throw root.invalid("there must be 1 to " + MAX_RULES + " rules");
        }
        Set<String> words = words(signs, desks);
        List<Compiled> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, String> seen = new HashMap<>();
        for (YamlFile.Value one : written) {
            Compiled compiled = compile(one, words, desks);
            Rule rule = compiled.rule;
            if (!ids.add(rule.id())) {
                throw one.invalid("a rule " + rule.id() + " stands here twice");
            }
            refuseContradiction(one, rule, seen);
            rules.add(compiled);
        }
        return new RuleSet(
                root.required("version").text(), date(root.required("adopted")), named(root, signs, desks), rules);
    }

    private static Map<String, List<String>> named(YamlFile.Value root, Set<String> signs, Set<String> desks) {
        Map<String, List<String>> named = new HashMap<>();
        root.optional("named").map(YamlFile.Value::entries).orElse(Map.of()).forEach((sign, codes) -> {
            if (!signs.contains(sign)) {
                throw codes.invalid("no sign is called " + sign);
            }
            if (!desks.containsAll(codes.words())) {
                throw codes.invalid("not all of these are desks");
            }
            named.put(sign, codes.words());
        });
        return named;
    }

    /** Two rules with the same condition that say different things of the same question, or the same thing twice. */
    private static void refuseContradiction(YamlFile.Value one, Rule rule, Map<String, String> seen) {
        String question = switch (rule.answer()) {
            case Rule.Answer.To to -> to.desk();
            case Rule.Answer.NotTo not -> not.desk();
            case Rule.Answer other -> other.question().code();
        };
        String other = seen.put(question + "\n" + SPACES.matcher(rule.when()).replaceAll(" "), rule.id());
        if (other != null) {
            throw one.invalid("its condition is the one of " + other + ", and both answer the same question");
        }
    }

    private static Set<String> words(Set<String> signs, Set<String> desks) {
        return Stream.of(
                        signs.stream(),
                        desks.stream(),
                        Coded.codes(Category.class).stream(),
                        Coded.codes(Wish.class).stream(),
                        Coded.codes(ConsulterType.class).stream(),
                        Coded.codes(AgeBand.class).stream(),
                        Coded.codes(Danger.class).stream(),
                        Coded.codes(Urgency.class).stream())
                .flatMap(codes -> codes)
                .collect(Collectors.toSet());
    }

    private static Compiled compile(YamlFile.Value one, Set<String> words, Set<String> desks) {
        one.allowOnly(
                "id",
                "version",
                "when",
                "categories",
                "wish",
                "urgency",
                "desk",
                "weight",
                "notDesk",
                "ja",
                "en",
                "source",
                "asOf");
        Rule rule = new Rule(
                one.required("id").text(),
                number(one.required("version"), Integer.MAX_VALUE),
                one.required("when").text(),
                answer(one, desks),
                new Rule.Label(one.required("ja").text(), one.required("en").text()),
                one.required("source").text(),
                date(one.required("asOf")),
                one.line());
        try {
            return new Compiled(rule, Condition.compile(rule.when(), words));
        } catch (IllegalArgumentException wrong) {
            throw one.required("when").invalid(String.valueOf(wrong.getMessage()));
        }
    }

    private static Rule.Answer answer(YamlFile.Value one, Set<String> desks) {
        List<Rule.Answer> answers = new ArrayList<>();
        one.optional("categories")
                .ifPresent(value -> answers.add(new Rule.Answer.Kinds(value.words().stream()
                        .map(code -> value.code(Category.class, code))
                        .collect(Collectors.toUnmodifiableSet()))));
        one.optional("wish")
                .ifPresent(value -> answers.add(new Rule.Answer.Wanted(value.code(Wish.class, value.text()))));
        one.optional("urgency")
                .ifPresent(value -> answers.add(new Rule.Answer.Urgent(value.code(Urgency.class, value.text()))));
        one.optional("desk")
                .ifPresent(value -> answers.add(
                        new Rule.Answer.To(known(value, desks), number(one.required("weight"), MAX_WEIGHT))));
        one.optional("notDesk").ifPresent(value -> answers.add(new Rule.Answer.NotTo(known(value, desks))));
        if (answers.size() != 1) {
            throw one.invalid("a rule gives exactly one of categories, wish, urgency, desk, notDesk");
        }
        return answers.getFirst();
    }

    private static String known(YamlFile.Value value, Set<String> desks) {
        if (!desks.contains(value.text())) {
            throw value.invalid("no desk is called " + value.text());
        }
        return value.text();
    }

    private static int number(YamlFile.Value value, int most) {
        try {
            int number = Integer.parseInt(value.text());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is too large.
        }
        throw value.invalid("a whole number from 1 to " + most + " is expected here");
    }

    private static LocalDate date(YamlFile.Value value) {
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeParseException wrong) {
            throw value.invalid("a date like 2026-11-30 is expected here");
        }
    }
}
