package jp.tsunagi.intake.receipt;

import java.util.Optional;
import java.util.random.RandomGenerator;
import jp.tsunagi.platform.code.SpokenNumber;

/** The name of a case that people read aloud: {@code 2026-K7QF-3M}. It opens nothing. */
public record ReceiptNumber(String value) {

    public ReceiptNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a receipt number");
        }
    }

    public static ReceiptNumber draw(int year, RandomGenerator random) {
        int[] drawn = new int[SpokenNumber.DIGITS];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextInt(SpokenNumber.RADIX);
        }
        return new ReceiptNumber(SpokenNumber.of(year, drawn).value());
    }

    /** Reads what somebody typed; empty when it is no such number. */
    public static Optional<ReceiptNumber> read(String typed) {
        return SpokenNumber.read(typed).map(read -> new ReceiptNumber(read.value()));
    }

    static boolean isWellFormed(String value) {
        return SpokenNumber.isWellFormed(value);
    }
}
