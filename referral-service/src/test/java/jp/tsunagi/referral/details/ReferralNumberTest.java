package jp.tsunagi.referral.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralNumberTest {

    private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    @Test
    void noTwoReferralsOfAYearHaveOneNumber() {
        Set<String> numbers = new HashSet<>();
        for (long count = 1; count <= 200_000; count++) {
            numbers.add(ReferralNumber.of(2026, count).value());
        }

        assertEquals(200_000, numbers.size());
    }

    @Test
    void everyNumberOfAYearIsUsedBeforeOneComesAgain() {
        assertEquals(ReferralNumber.of(2026, 7), ReferralNumber.of(2026, 7 + 28_629_151));
        assertEquals(28_629_151, Math.powExact(SYMBOLS.length(), 5));
        assertNotEquals(0, 17_694_311 % SYMBOLS.length(), "no common divisor");
    }

    @Test
    void oneWrongCharacterOrTwoSwappedOnesAreNoNumber() {
        String number = ReferralNumber.of(2026, 198).value();
        for (int i = 7; i < number.length(); i++) {
            if (number.charAt(i) == '-') {
                continue;
            }
            for (char other : SYMBOLS.toCharArray()) {
                String wrong = number.substring(0, i) + other + number.substring(i + 1);
                assertEquals(wrong.equals(number), ReferralNumber.read(wrong).isPresent(), wrong);
            }
        }
        for (int i : new int[] {7, 8, 9, 12}) {
            String swapped = number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
            assertEquals(swapped.equals(number), ReferralNumber.read(swapped).isPresent(), swapped);
        }
    }

    @Test
    void itIsReadAsPeopleTypeIt() {
        ReferralNumber number = ReferralNumber.of(2026, 198);
        String symbols = number.value().substring(7);

        for (String typed : new String[] {
            number.value(),
            number.value().toLowerCase(),
            " " + number.value() + " ",
            "2026-" + symbols,
            "r2026" + symbols.replace("-", ""),
            "Ｒー２０２６ー" + symbols.replace('-', '−')
        }) {
            assertEquals(Optional.of(number), ReferralNumber.read(typed), typed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "R-2026",
                "R-2026-0000-00",
                "2026-HCYR-A6 ; drop",
                "\u0000",
                "0199c0de-0000-7000-8000-000000000001"
            })
    void whatIsNoNumberIsNotFound(String typed) {
        assertEquals(Optional.empty(), ReferralNumber.read(typed));
        assertThrows(IllegalArgumentException.class, () -> new ReferralNumber(typed));
    }
}
