package jp.tsunagi.platform.code;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that people say on the phone, such as {@code 2026-K7QF-3M}: a year, five symbols, and one that checks them. It
 * opens nothing.
 *
 * <p>No 0, O, 1, I or L. 31 symbols are a prime number, so the last one notices every single wrong character and every two
 * swapped neighbours.
 */
public record SpokenNumber(String value) {

    private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** How many symbols there are. */
    public static final int RADIX = SYMBOLS.length();

    /** How many symbols tell one number of a year from another. */
    public static final int DIGITS = 5;

    private static final int LENGTH = 10;

    /** Every dash, the minus sign, and what a Japanese keyboard types in their place: U+30FC. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}\\u2212\\u30fc]");

    private static final Pattern SHAPE = Pattern.compile("\\d{4}-[" + SYMBOLS + "]{4}-[" + SYMBOLS + "]{2}");

    public SpokenNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not such a number");
        }
    }

    /** @param digits five, each the place of a symbol, from 0 */
    public static SpokenNumber of(int year, int... digits) {
        StringBuilder symbols = new StringBuilder();
        for (int digit : digits) {
            symbols.append(SYMBOLS.charAt(digit));
        }
        symbols.append(check(year, symbols));
        return new SpokenNumber(year + "-" + symbols.substring(0, 4) + "-" + symbols.substring(4));
    }

    /** What somebody typed, in capitals of one width and without separators. */
    public static String plain(String typed) {
        return SEPARATORS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /** Reads what somebody typed: small or full-width letters, other dashes or none; empty when it is no such number. */
    public static Optional<SpokenNumber> read(String typed) {
        return Optional.of(plain(typed))
                .filter(given -> given.length() == LENGTH)
                .map(given -> given.substring(0, 4) + "-" + given.substring(4, 8) + "-" + given.substring(8))
                .filter(SpokenNumber::isWellFormed)
                .map(SpokenNumber::new);
    }

    public static boolean isWellFormed(String value) {
        if (!SHAPE.matcher(value).matches()) {
            return false;
        }
        String symbols = value.substring(5, 9) + value.substring(10);
        return check(Integer.parseInt(value.substring(0, 4)), symbols) == symbols.charAt(DIGITS);
    }

    private static char check(int year, CharSequence symbols) {
        int sum = year % RADIX;
        for (int i = 0; i < DIGITS; i++) {
            sum += (i + 2) * SYMBOLS.indexOf(symbols.charAt(i));
        }
        return SYMBOLS.charAt(sum % RADIX);
    }
}
