package jp.tsunagi.referral.details;

import java.util.Optional;
import jp.tsunagi.platform.code.SpokenNumber;

/** The name of a referral that people say on the phone: {@code R-2026-K7QF-3M}. It opens nothing. */
public record ReferralNumber(String value) {

    private static final String SIGN = "R";
    private static final String PREFIX = SIGN + "-";

    /** How many numbers there are in a year, and a factor without a common divisor, which spreads them. */
    private static final long NUMBERS = 28_629_151;

    private static final long SPREAD = 17_694_311;

    public ReferralNumber {
        if (!value.startsWith(PREFIX) || !SpokenNumber.isWellFormed(value.substring(PREFIX.length()))) {
            throw new IllegalArgumentException("not a referral number");
        }
    }

    /** The number of the referral that was counted so; neighbours look nothing alike, so nobody reads how many there are. */
    public static ReferralNumber of(int year, long count) {
        long spread = Math.floorMod(count * SPREAD, NUMBERS);
        int[] digits = new int[SpokenNumber.DIGITS];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (int) (spread % SpokenNumber.RADIX);
            spread /= SpokenNumber.RADIX;
        }
        return new ReferralNumber(PREFIX + SpokenNumber.of(year, digits).value());
    }

    /** What somebody typed who read or heard a number, in any width and case, with or without its separators. */
    public static Optional<ReferralNumber> read(String typed) {
        String plain = SpokenNumber.plain(typed);
        return SpokenNumber.read(plain.startsWith(SIGN) ? plain.substring(SIGN.length()) : plain)
                .map(read -> new ReferralNumber(PREFIX + read.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
