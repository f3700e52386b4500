package jp.tsunagi.referral.details;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a referral that people say on the phone: {@code R-2026-K7QF-3M}. It opens nothing.
 *
 * <p>No 0, O, 1, I or L. The last character checks the others: 31 symbols are a prime number, so every single wrong
 * character and every two swapped neighbours are noticed.
 */
public record ReferralNumber(String value) {

    private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int COUNTED = 5;
    private static final Pattern SHAPE = Pattern.compile("R-\\d{4}-[" + SYMBOLS + "]{4}-[" + SYMBOLS + "]{2}");
    private static final Pattern TYPED = Pattern.compile("R?(\\d{4})([" + SYMBOLS + "]{4})([" + SYMBOLS + "]{2})");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}\\u30FC\\u2212]");

    /** How many numbers there are in a year, and a factor without a common divisor, which spreads them. */
    private static final long NUMBERS = 28_629_151;

    private static final long SPREAD = 17_694_311;

    public ReferralNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a referral number");
        }
    }

    /** The number of the referral that was counted so; neighbours look nothing alike, so nobody reads how many there are. */
    public static ReferralNumber of(int year, long count) {
        long spread = Math.floorMod(count * SPREAD, NUMBERS);
        StringBuilder symbols = new StringBuilder();
        for (int i = 0; i < COUNTED; i++) {
            symbols.append(SYMBOLS.charAt((int) (spread % SYMBOLS.length())));
            spread /= SYMBOLS.length();
        }
        symbols.append(check(year, symbols));
        return new ReferralNumber("R-" + year + "-" + symbols.substring(0, 4) + "-" + symbols.substring(4));
    }

    /** What somebody typed who read or heard a number, in any width and case, with or without its separators. */
    public static Optional<ReferralNumber> read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var parts = TYPED.matcher(SEPARATORS.matcher(plain).replaceAll(""));
        return Optional.of(parts)
                .filter(Matcher::matches)
                .map(found -> "R-" + found.group(1) + "-" + found.group(2) + "-" + found.group(3))
                .filter(ReferralNumber::isWellFormed)
                .map(ReferralNumber::new);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isWellFormed(String value) {
        if (!SHAPE.matcher(value).matches()) {
            return false;
        }
        String symbols = value.substring(7, 11) + value.substring(12);
        return check(Integer.parseInt(value.substring(2, 6)), symbols) == symbols.charAt(COUNTED);
    }

    private static char check(int year, CharSequence symbols) {
        int sum = year % SYMBOLS.length();
        for (int i = 0; i < COUNTED; i++) {
            sum += (i + 2) * SYMBOLS.indexOf(symbols.charAt(i));
        }
        return SYMBOLS.charAt(sum % SYMBOLS.length());
    }
}
