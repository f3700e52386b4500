package jp.tsunagi.intake.triage;

import org.jspecify.annotations.Nullable;

/**
 * A sign that the words of a text gave.
 *
 * @param words as the person typed them
 * @param start place of the first character in the text as it was read
 * @param end place after the last one
 * @param discount why it does not count, null when it counts
 */
record Finding(
        String sign,
        String words,
        int start,
        int end,
        @Nullable Discount discount) {

    boolean counts() {
        return discount == null;
    }

    Finding discounted(Discount why) {
        return new Finding(sign, words, start, end, why);
    }
}
