package jp.tsunagi.intake.submission;

import java.util.Optional;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in the consulter's own words, kept exactly as written.
 *
 * <p>Not normalised, not even to NFC: NFC turns the compatibility ideograph U+FA19 into U+795E and would change
 * people's names.
 */
public record Narrative(String text) {

    /** Longer than any of the letters people send; 50 kB of Japanese is refused with a sentence, not cut. */
    public static final int MAX_CODE_POINTS = 10_000;

    public Narrative {
        problem(text).ifPresent(found -> {
            throw new IllegalArgumentException(found.name());
        });
    }

    /** What is wrong with a text, or nothing. */
    static Optional<ProblemCode> problem(@Nullable String text) {
        if (text == null || isBlank(text)) {
            return Optional.of(IntakeProblem.TEXT_MISSING);
        }
        if (!isReadable(text)) {
            return Optional.of(PlatformProblem.TEXT_NOT_STORABLE);
        }
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            return Optional.of(IntakeProblem.TEXT_TOO_LONG);
        }
        return Optional.empty();
    }

    /** True when nobody could see anything: spaces of every width, controls, zero-width marks. */
    public static boolean isBlank(@Nullable String text) {
        return text == null || text.codePoints().allMatch(Narrative::isInvisible);
    }

    /** False for NUL (PostgreSQL cannot keep it) and lone surrogates (no encoding of them exists). */
    public static boolean isReadable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
