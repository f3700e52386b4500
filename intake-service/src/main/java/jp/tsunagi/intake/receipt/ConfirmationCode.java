package jp.tsunagi.intake.receipt;

import java.text.Normalizer;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The 16 digits that open a consulter's mailbox. A frightened child must be able to copy them; to others
 * they look like a telephone number.
 *
 * <p>Never stored: a mailbox is found by a keyed hash whose key is not in the database.
 */
public record ConfirmationCode(String digits) {

    /** Of what somebody typed: the digits with whatever stands between them. */
    static final int MAX_TYPED = 100;

    private static final Pattern SIXTEEN_DIGITS = Pattern.compile("[0-9]{16}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Zs}\\p{Pd}\\p{Cf}ー−ｰ_・.]");
    private static final Pattern GROUP = Pattern.compile("(\\d{4})(?=\\d)");

    public ConfirmationCode {
        if (!SIXTEEN_DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a confirmation code");
        }
    }

    /** @param random must be a cryptographic one outside tests */
    public static ConfirmationCode draw(RandomGenerator random) {
        return new ConfirmationCode("%016d".formatted(random.nextLong(10_000_000_000_000_000L)));
    }

    /** The code somebody typed: spaces, hyphens of every kind, long-vowel marks and full-width digits are all fine. */
    public static Optional<ConfirmationCode> read(@Nullable String typed) {
        if (typed == null || typed.length() > MAX_TYPED) {
            return Optional.empty();
        }
        String folded = BETWEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        return SIXTEEN_DIGITS.matcher(folded).matches() ? Optional.of(new ConfirmationCode(folded)) : Optional.empty();
    }

    /** In four groups, as people copy it. */
    public String shown() {
        return GROUP.matcher(digits).replaceAll("$1 ");
    }

    /** So that a code never reaches a log by accident. */
    @Override
    public String toString() {
        return "ConfirmationCode[…]";
    }
}
