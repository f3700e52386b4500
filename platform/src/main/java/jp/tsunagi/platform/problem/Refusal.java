package jp.tsunagi.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the platform does not do what was asked. It carries a code and values, never a sentence: the sentence is
 * looked up in the reader's language when the answer is written.
 */
public class Refusal extends RuntimeException {

    /** Families of refusal, named after HTTP's; each has its status here. */
    public enum Kind {
        INVALID(400),
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        STALE(412),
        TOO_LARGE(413),
        UNMET(422),
        PRECONDITION_MISSING(428),
        TOO_MANY(429),
        BUSY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        /** Whether the same request may succeed later without a change. */
        boolean isRetryable() {
            return this == BUSY || this == TOO_MANY || this == STALE;
        }
    }

    private final transient ProblemCode problem;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> values = new LinkedHashMap<>();
    private transient @Nullable Supplier<Refusal> explanation;

    public Refusal(ProblemCode problem) {
        this(problem, List.of());
    }

    public Refusal(ProblemCode problem, List<Violation> violations) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.violations = new ArrayList<>(violations);
    }

    /** A refusal for the first of several reasons, with its values. */
    public static Refusal of(List<Violation> violations) {
        Violation first = violations.getFirst();
        Refusal refusal = new Refusal(first.problem(), violations);
        first.values().forEach(refusal::with);
        return refusal;
    }

    /** Says which place of the input the refusal is about. */
    public Refusal at(String pointer) {
        return at(pointer, problem);
    }

    public Refusal at(String pointer, ProblemCode why) {
        violations.add(new Violation(pointer, why));
        return this;
    }

    /** Adds a member to the problem and a value for its sentence, for example who decided before. Never personal data. */
    public Refusal with(String name, Object value) {
        Violation.mustBeFree(name);
        values.put(name, value);
        return this;
    }

    /**
     * Says the rest when the transaction has ended. PostgreSQL answers nothing in a transaction in which it refused
     * something, and whoever asks on a second connection while it holds the first may wait for one that others hold in
     * the same way.
     */
    public Refusal explainedBy(Supplier<Refusal> explanation) {
        this.explanation = explanation;
        return this;
    }

    /** The refusal as it is told; only after the transaction. */
    public Refusal explained() {
        return explanation == null ? this : explanation.get();
    }

    public ProblemCode problem() {
        return problem;
    }

    public Kind kind() {
        return problem.kind();
    }

    public String code() {
        return problem.code();
    }

    public String detail(Locale locale) {
        return Violation.filled(locale, problem, values);
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
