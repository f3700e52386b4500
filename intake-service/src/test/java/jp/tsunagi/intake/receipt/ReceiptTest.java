package jp.tsunagi.intake.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    @Test
    void aReceiptNumberLooksLikeOneAndHoldsNoLetterThatIsMistaken() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            String value = ReceiptNumber.draw(2026, random).value();
            assertTrue(value.matches("2026-[2-9A-Z]{4}-[2-9A-Z]{2}"), value);
            assertFalse(value.substring(5).matches(".*[01OIL].*"), value);
        }
    }

    @Test
    void everyWrongCharacterAndEverySwapIsNoticed() {
        String value = ReceiptNumber.draw(2026, new Random(7)).value();
        String symbols = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
        for (int at : new int[] {5, 6, 7, 8, 10, 11}) {
            for (char other : symbols.toCharArray()) {
                if (other != value.charAt(at)) {
                    String wrong = value.substring(0, at) + other + value.substring(at + 1);
                    assertFalse(ReceiptNumber.isWellFormed(wrong), wrong);
                }
            }
        }
        for (int at : new int[] {5, 6, 7}) {
            String swapped = value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
            assertTrue(swapped.equals(value) || !ReceiptNumber.isWellFormed(swapped), swapped);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4821093755602714", "4821 0937 5560 2714", "４８２１－０９３７ー５５６０　２７１４", " 4821‐0937—5560-2714\n"})
    @Requirement("R1.1")
    void aConfirmationCodeMayBeTypedAnyhow(String typed) {
        assertEquals(
                "4821093755602714", ConfirmationCode.read(typed).orElseThrow().digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "482109375560271", "48210937556027145", "48210937556027l4", "abc"})
    void anythingElseIsNoCode(String typed) {
        assertTrue(ConfirmationCode.read(typed).isEmpty());
    }

    @Test
    @Requirement("R6.1")
    void drawnCodesDiffer() {
        SecureRandom random = new SecureRandom();
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            assertTrue(drawn.add(ConfirmationCode.draw(random).digits()));
        }
    }

    @Test
    @Requirement("R14.1")
    void aCodeNeverShowsInALog() {
        assertFalse(new ConfirmationCode("4821093755602714").toString().contains("4821"));
    }
}
