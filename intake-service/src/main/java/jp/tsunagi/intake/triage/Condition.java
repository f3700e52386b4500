package jp.tsunagi.intake.triage;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
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
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelStandardFunctions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition of a rule: CEL over the facts of a consultation.
 *
 * @param named everything that it names: signs, codes, and facts
 * @param numbers those that it compares with
 */
record Condition(String text, CelRuntime.Program program, Set<String> named, List<Double> numbers) {

    /** A condition looks through a few short lists; nothing that needs more belongs in a rule. */
    private static final int MAX_ITERATIONS = 10_000;

    /** Each looks through a list of some hundred signs at most, so the iterations are never reached. */
    private static final int MAX_LOOKS = 10;

    /** Nothing else could fail, or cost more, only when somebody's case is asked. */
    private static final Set<CelExpr.ExprKind.Kind> ALLOWED = Set.of(
            CelExpr.ExprKind.Kind.CONSTANT,
            CelExpr.ExprKind.Kind.IDENT,
            CelExpr.ExprKind.Kind.CALL,
            CelExpr.ExprKind.Kind.LIST,
            CelExpr.ExprKind.Kind.COMPREHENSION);

    private static final int MAX_CONDITION = 2_000;

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

    private static final Cel CEL = cel();

    private static Cel cel() {
        CelBuilder cel = CelFactory.standardCelBuilder()
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
                .setResultType(SimpleType.BOOL);
        for (Fact fact : Fact.values()) {
            cel.addVar(fact.code(), fact.type());
        }
        return cel.build();
    }

    /**
     * @param words the texts that a fact can ever be
     * @throws IllegalArgumentException when it is not understood, or asks for what nothing is ever called
     */
    static Condition compile(String text, Set<String> words) {
        try {
            CelAbstractSyntaxTree condition = CEL.compile(text).getAst();
            refuseCostly(condition);
            texts(condition).stream()
                    .filter(one -> !words.contains(one))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw new IllegalArgumentException("nothing is ever called '" + unknown + "'");
                    });
            return new Condition(text, CEL.createProgram(condition), named(condition), numbers(condition));
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static void refuseCostly(CelAbstractSyntaxTree condition) {
        if (expressions(condition).anyMatch(expr -> !ALLOWED.contains(expr.getKind()))) {
            throw new IllegalArgumentException(
                    "a condition compares facts and looks into lists, and does nothing else");
        }
        List<CelNavigableExpr> looks = CelNavigableAst.fromAst(condition)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION)
                .toList();
        if (looks.size() > MAX_LOOKS) {
            throw new IllegalArgumentException("a condition looks through " + MAX_LOOKS + " lists at most");
        }
        if (looks.stream()
                .anyMatch(look ->
                        look.descendants().anyMatch(inner -> inner.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION))) {
            throw new IllegalArgumentException("a list is looked through inside another one");
        }
    }

    /** @param values of the facts, see {@link #values} */
    boolean holds(Map<String, Object> values) {
        try {
            return (Boolean) program.eval(values);
        } catch (CelEvaluationException failed) {
            throw new IllegalStateException("the condition " + text + " could not be evaluated", failed);
        }
    }

    /** The facts by the names that conditions give them. */
    static Map<String, Object> values(Rule.Facts facts) {
        Map<String, Object> values = new HashMap<>();
        for (Fact fact : Fact.values()) {
            values.put(fact.code(), fact.value(facts));
        }
        return values;
    }

    boolean asks(Fact fact) {
        return named.contains(fact.code());
    }

    /** Whether a rule for this question goes by texts like the one that was read. */
    boolean goesByLikeness(Rule.Question question) {
        return Stream.of(Fact.values()).anyMatch(fact -> fact.explains(question) && asks(fact));
    }

    private static Set<String> named(CelAbstractSyntaxTree condition) {
        Set<String> named = new HashSet<>(texts(condition));
        expressions(condition)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .forEach(expr -> named.add(expr.ident().name()));
        return Set.copyOf(named);
    }

    private static List<Double> numbers(CelAbstractSyntaxTree condition) {
        return expressions(condition)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                .map(CelExpr::constant)
                .flatMap(constant -> switch (constant.getKind()) {
                    case INT64_VALUE -> Stream.of((double) constant.int64Value());
                    case DOUBLE_VALUE -> Stream.of(constant.doubleValue());
                    default -> Stream.empty();
                })
                .toList();
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
}
