package jp.tsunagi.platform.problem;

import java.util.Locale;
import jp.tsunagi.platform.code.Coded;

/**
 * One thing that a service refuses. Each service lists its own in an enum; the sentences for people are in its message
 * bundle, one for each constant, so that a constant without a sentence does not build.
 */
public interface ProblemCode {

    /** The constant's name. */
    String name();

    Refusal.Kind kind();

    /** What happened and what to do, in the given language. {@code %name%} stands for a value of the refusal. */
    String detail(Locale locale);

    /** The code that partners see, for example {@code illegal-transition}: to rename the constant is to break them. */
    default String code() {
        return Coded.kebab(name());
    }
}
