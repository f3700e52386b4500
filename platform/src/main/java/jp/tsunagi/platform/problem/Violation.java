package jp.tsunagi.platform.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One place of the input that is not accepted.
 *
 * @param pointer RFC 6901 JSON pointer such as {@code /urls/0}; empty for the input as a whole
 * @param values shown in the sentence and in the problem's {@code errors[]}, for example the allowed codes; never
 *     personal data
 */
public record Violation(String pointer, ProblemCode problem, Map<String, Object> values) {

    /** Members of a problem (RFC 9457, 3.1, and ours) and of its {@code errors[]} that a value may not replace. */
    private static final Set<String> TAKEN = Set.of(
            "type",
            "title",
            "status",
            "detail",
            "instance",
            "code",
            "blame",
            "retryable",
            "requestId",
            "errors",
            "pointer");

    public Violation {
        values.keySet().forEach(Violation::mustBeFree);
        values = Map.copyOf(values);
    }

    public Violation(String pointer, ProblemCode problem) {
        this(pointer, problem, Map.of());
    }

    public Violation with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Violation(pointer, problem, more);
    }

    public String code() {
        return problem.code();
    }

    public String detail(Locale locale) {
        return filled(locale, problem, values);
    }

    static void mustBeFree(String name) {
        if (TAKEN.contains(name)) {
            throw new IllegalArgumentException("a problem has its own member " + name);
        }
    }

    /** The problem's sentence with each {@code %name%} replaced by its value. */
    static String filled(Locale locale, ProblemCode problem, Map<String, Object> values) {
        String filled = problem.detail(locale);
        for (var value : values.entrySet()) {
            String text = value.getValue() instanceof LocalizedValue localized
                    ? localized.in(locale)
                    : String.valueOf(value.getValue());
            filled = filled.replace("%" + value.getKey() + "%", text);
        }
        return filled;
    }
}
