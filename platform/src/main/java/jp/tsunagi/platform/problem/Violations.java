package jp.tsunagi.platform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with an input, so that nobody has to send it five times to learn five things. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public Violations add(String pointer, ProblemCode problem) {
        return add(new Violation(pointer, problem));
    }

    public Violations add(Violation violation) {
        found.add(violation);
        return this;
    }

    public Violations addAll(List<Violation> violations) {
        found.addAll(violations);
        return this;
    }

    public Violations addIf(boolean wrong, String pointer, ProblemCode problem) {
        return wrong ? add(pointer, problem) : this;
    }

    /**
     * The constant that a code names; empty for none given. A code that the list does not hold is a violation that tells
     * those it does.
     */
    public <E extends Enum<E> & Coded> Optional<E> find(Class<E> list, @Nullable String code, String pointer) {
        Optional<String> asked = Optional.ofNullable(code).filter(given -> !given.isEmpty());
        Optional<E> found = asked.flatMap(given -> Coded.find(list, given));
        if (asked.isPresent() && found.isEmpty()) {
            add(new Violation(pointer, PlatformProblem.VALUE_UNKNOWN).with("allowed", Coded.codes(list)));
        }
        return found;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> list() {
        return List.copyOf(found);
    }

    /** Refuses with the first violation's problem when something was found; creates nothing otherwise. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new Refusal(found.getFirst().problem(), found);
        }
    }

    /** Refuses under the given problem when something was found; creates nothing otherwise. */
    public void throwIfAny(ProblemCode problem) {
        if (!found.isEmpty()) {
            throw new Refusal(problem, found);
        }
    }
}
