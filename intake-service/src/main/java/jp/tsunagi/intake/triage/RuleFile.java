package jp.tsunagi.intake.triage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * Reads a set of rules from its two texts. It is taken whole or refused whole: each condition is checked for its types and
 * its names, for words that nothing can ever say, for what it may cost, for whether it can hold at all, and against the others.
 */
final class RuleFile {

    /** What each text is called where something is wrong with it. */
    static final String RULES = "rules.yaml";

    static final String GUIDE = "routing-guide.yaml";

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MAX_RULES = 500;
    private static final int MAX_WEIGHT = 100;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern DESK = Pattern.compile("[A-Z0-9_]{1,40}");

    /** Of all conditions of a set together; those that come later are taken unproved. */
    private static final int MAX_TRIED = 200_000;

    private final Set<String> signs;
    private final Set<String> desks;
    private final Set<String> words;
    private final Set<String> ids = new HashSet<>();

    /** Which rule has a condition and answers a question. */
    private final Map<String, String> seen = new HashMap<>();

    private int tried;

    private RuleFile(Set<String> signs, Set<String> desks) {
        this.signs = signs;
        this.desks = desks;
        this.words = words(signs, desks);
    }

    /**
     * @param rules the text of the rules that are no routing guide
     * @param signs what the words of a consultation can tell
     * @throws InvalidRules with text, line and reason
     */
    static RuleSet read(String rules, RoutingGuide guide, Set<String> signs) {
        YamlFile.Value main = YamlFile.parse(RULES, rules).root();
        main.allowOnly("version", "adopted", "desks", "rules");
        YamlFile.Value routing = YamlFile.parse(GUIDE, guide.text()).root();
        routing.allowOnly("desks", "named", "rules");
        Set<String> desks = new HashSet<>(desks(main));
        desks.addAll(desks(routing));
        RuleFile file = new RuleFile(signs, Set.copyOf(desks));
        return new RuleSet(
                main.required("version").text(),
                date(main.required("adopted")),
                rules,
                guide,
                file.named(routing),
                file.rules(main),
                file.rules(routing));
    }

    private static List<String> desks(YamlFile.Value root) {
        List<String> desks = root.required("desks").words();
        if (!desks.stream().allMatch(desk -> DESK.matcher(desk).matches())) {
            throw root.required("desks").invalid("codes of desks are expected here, like POLICE_110");
        }
        return desks;
    }

    private List<RuleSet.Compiled> rules(YamlFile.Value root) {
        List<YamlFile.Value> written = root.required("rules").items();
        if (written.isEmpty() || written.size() > MAX_RULES) {
            throw root.invalid("there must be 1 to " + MAX_RULES + " rules");
        }
        List<RuleSet.Compiled> rules = new ArrayList<>();
        for (YamlFile.Value one : written) {
            RuleSet.Compiled compiled = compile(one);
            Rule rule = compiled.rule();
            if (!ids.add(rule.id())) {
                throw one.invalid("a rule " + rule.id() + " stands here twice");
            }
            refuseContradiction(one, rule);
            rules.add(compiled);
        }
        return rules;
    }

    private Map<String, List<String>> named(YamlFile.Value root) {
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
    private void refuseContradiction(YamlFile.Value one, Rule rule) {
        String question = switch (rule.answer()) {
            case Rule.Answer.To to -> to.desk();
            case Rule.Answer.NotTo not -> not.desk();
            case Rule.Answer.Kinds _, Rule.Answer.Wanted _, Rule.Answer.Urgent _ ->
                rule.answer().question().code();
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

    private RuleSet.Compiled compile(YamlFile.Value one) {
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
        String id = one.required("id").text();
        if (!ID.matcher(id).matches()) {
            throw one.required("id").invalid("a name like comes-here is expected here, of 60 letters at most");
        }
        Rule rule = new Rule(
                id,
                number(one.required("version"), Integer.MAX_VALUE),
                one.required("when").text(),
                answer(one),
                new Rule.Label(one.required("ja").text(), one.required("en").text()),
                one.required("source").text(),
                date(one.required("asOf")),
                one.line());
        return new RuleSet.Compiled(rule, condition(one.required("when"), rule));
    }

    private Condition condition(YamlFile.Value when, Rule rule) {
        try {
            Condition condition = Condition.compile(rule.when(), words);
            Reachability reachability =
                    new Reachability(condition, rule.answer().question(), signs, desks);
            boolean canHold = tried >= MAX_TRIED || reachability.canHold();
            tried += reachability.tried();
            if (!canHold) {
                throw when.invalid("no consultation can ever fulfil this condition");
            }
            return condition;
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            throw when.invalid(String.valueOf(wrong.getMessage()));
        }
    }

    private Rule.Answer answer(YamlFile.Value one) {
        boolean isGuide = one.isOf(GUIDE);
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
                .ifPresent(value ->
                        answers.add(new Rule.Answer.To(known(value), number(one.required("weight"), MAX_WEIGHT))));
        one.optional("notDesk").ifPresent(value -> answers.add(new Rule.Answer.NotTo(known(value))));
        if (answers.size() != 1) {
            throw one.invalid("a rule gives exactly one of categories, wish, urgency, desk, notDesk");
        }
        if (isGuide && !answers.getFirst().question().isAboutDesks()) {
            throw one.invalid("a routing guide has rules about desks only");
        }
        return answers.getFirst();
    }

    private String known(YamlFile.Value value) {
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
