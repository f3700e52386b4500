package jp.tsunagi.intake.receipt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of a case that people read aloud: {@code 2026-K7QF-3M}. It opens nothing.
 *
 * <p>No 0, O, 1, I or L. The last character checks the others: 31 symbols are a prime number, so every single wrong
 * character and every two swapped neighbours are noticed.
 */
public record ReceiptNumber(String value) {

    private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int DRAWN = 5;
    private static final int LENGTH = 10;

    /** Every dash, the minus sign, and what a Japanese keyboard types in their place: U+30FC. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}\\u2212\\u30fc]");

    private static final Pattern SHAPE = Pattern.compile("\\d{4}-[" + SYMBOLS + "]{4}-[" + SYMBOLS + "]{2}");

    public ReceiptNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a receipt number");
        }
    }

    public static ReceiptNumber draw(int year, RandomGenerator random) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < DRAWN; i++) {
            drawn.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        drawn.append(check(year, drawn));
        return new ReceiptNumber(year + "-" + drawn.substring(0, 4) + "-" + drawn.substring(4));
    }

    /** Reads what somebody typed: small or full-width letters, other dashes or none; empty when it is no such number. */
    public static Optional<ReceiptNumber> read(String typed) {
        String symbols = SEPARATORS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return Optional.of(symbols)
                .filter(given -> given.length() == LENGTH)
                .map(given -> given.substring(0, 4) + "-" + given.substring(4, 8) + "-" + given.substring(8))
                .filter(ReceiptNumber::isWellFormed)
                .map(ReceiptNumber::new);
    }

    static boolean isWellFormed(String value) {
        if (!SHAPE.matcher(value).matches()) {
            return false;
        }
        String symbols = value.substring(5, 9) + value.substring(10);
        return check(Integer.parseInt(value.substring(0, 4)), symbols.substring(0, DRAWN)) == symbols.charAt(DRAWN);
    }

    private static char check(int year, CharSequence drawn) {
        int sum = year % SYMBOLS.length();
        for (int i = 0; i < DRAWN; i++) {
            sum += (i + 2) * SYMBOLS.indexOf(drawn.charAt(i));
        }
        return SYMBOLS.charAt(sum % SYMBOLS.length());
    }
}
