package jp.tsunagi.intake.triage;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelStandardFunctions;
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

    /** A condition looks through a few short lists; nothing that needs more belongs in a rule. */
    private static final int MAX_ITERATIONS = 2_000;

    private static final int MAX_CONDITION = 2_000;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MAX_RULES = 500;
    private static final int MAX_WEIGHT = 100;

    /** How likely texts like it are an emergency. */
    static final String LIKE_EMERGENCY = "likeEmergency";

    /** The desk to which texts like it go first. */
    static final String LIKE_DESK = "likeDesk";

    /** What a condition may do: compare, and look into lists. No regular expressions, no dates, no arithmetic. */
    private static final List<StandardFunction> FUNCTIONS = List.of(
            StandardFunction.IN,
            StandardFunction.NOT_STRICTLY_FALSE,
            StandardFunction.LOGICAL_NOT,
            StandardFunction.LOGICAL_AND,
            StandardFunction.LOGICAL_OR,
            StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS,
            StandardFunction.LESS,
            StandardFunction.LESS_EQUALS,
            StandardFunction.GREATER,
            StandardFunction.GREATER_EQUALS);

    private static final Cel CEL = CelFactory.standardCelBuilder()
            .setOptions(CelOptions.current()
                    .comprehensionMaxIterations(MAX_ITERATIONS)
                    .maxExpressionCodePointSize(MAX_CONDITION)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                    .includeFunctions(FUNCTIONS)
                    .build())
            .setStandardFunctions(CelStandardFunctions.newBuilder().build())
            .addVar("heard", ListType.create(SimpleType.STRING))
            .addVar("wish", SimpleType.STRING)
            .addVar("consulter", SimpleType.STRING)
            .addVar("age", SimpleType.STRING)
            .addVar("danger", SimpleType.STRING)
            .addVar("isMinor", SimpleType.BOOL)
            .addVar("letters", SimpleType.INT)
            .addVar("urls", SimpleType.INT)
            .addVar("answeredWish", SimpleType.STRING)
            .addVar("ticked", ListType.create(SimpleType.STRING))
            .addVar("categories", ListType.create(SimpleType.STRING))
            .addVar("urgency", SimpleType.STRING)
            .addVar(LIKE_EMERGENCY, SimpleType.DOUBLE)
            .addVar("likeUrgency", SimpleType.STRING)
            .addVar(LIKE_DESK, SimpleType.STRING)
            .addVar("likeDeskProbability", SimpleType.DOUBLE)
            .setResultType(SimpleType.BOOL)
            .build();

    private final String version;
    private final LocalDate adopted;
    private final Map<String, List<String>> named;
    private final List<Compiled> rules;

    private record Compiled(Rule rule, CelRuntime.Program condition, Set<String> named) {}

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
                .anyMatch(one -> one.rule.id().equals(id) && one.named.stream().anyMatch(signs::contains));
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
        Map<String, Object> values = values(facts);
        List<Held> holding = new ArrayList<>();
        for (Compiled compiled : rules) {
            if (kind.isInstance(compiled.rule.answer()) && holds(compiled, values)) {
                holding.add(new Held(compiled.rule, compiled.named));
            }
        }
        return holding;
    }

    private static boolean holds(Compiled compiled, Map<String, Object> values) {
        try {
            return (Boolean) compiled.condition.eval(values);
        } catch (CelEvaluationException failed) {
            throw new IllegalStateException("rule " + compiled.rule.id() + " could not be evaluated", failed);
        }
    }

    private static Map<String, Object> values(Rule.Facts facts) {
        Map<String, Object> values = new HashMap<>();
        values.put("heard", facts.heard());
        values.put("wish", facts.wish());
        values.put("consulter", facts.consulter());
        values.put("age", facts.age());
        values.put("danger", facts.danger());
        values.put("isMinor", facts.isMinor());
        values.put("letters", facts.letters());
        values.put("urls", facts.urls());
        values.put("answeredWish", facts.answeredWish());
        values.put("ticked", facts.ticked());
        values.put("categories", facts.categories());
        values.put("urgency", facts.urgency() == null ? "" : facts.urgency().code());
        values.put(LIKE_EMERGENCY, facts.like().emergency());
        values.put("likeUrgency", facts.like().urgency().code());
        values.put(LIKE_DESK, facts.like().desk());
        values.put("likeDeskProbability", facts.like().deskProbability());
        return values;
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
        YamlFile.Value when = one.required("when");
        try {
            CelAbstractSyntaxTree condition = CEL.compile(rule.when()).getAst();
            Set<String> named = named(condition);
            texts(condition).stream()
                    .filter(text -> !words.contains(text))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw when.invalid("nothing is ever called '" + unknown + "'");
                    });
            return new Compiled(rule, CEL.createProgram(condition), named);
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw when.invalid(String.valueOf(wrong.getMessage()));
        }
    }

    /** Everything that a condition names: signs, codes, and facts. */
    private static Set<String> named(CelAbstractSyntaxTree condition) {
        Set<String> named = new HashSet<>(texts(condition));
        expressions(condition)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .forEach(expr -> named.add(expr.ident().name()));
        return Set.copyOf(named);
    }

    private static Set<String> texts(CelAbstractSyntaxTree condition) {
        return expressions(condition)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                .map(CelExpr::constant)
                .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
                .map(CelConstant::stringValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<CelExpr> expressions(CelAbstractSyntaxTree condition) {
        return CelNavigableAst.fromAst(condition).getRoot().allNodes().map(CelNavigableExpr::expr);
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
