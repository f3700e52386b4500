package jp.tsunagi.platform.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {

    @ParameterizedTest
    @ValueSource(strings = {"sato", "SATO", "Sato", " sato ", "ｓａｔｏ"})
    void anotherSpellingIsTheSameAccount(String spelling) {
        assertTrue(Actor.isSameAccount("sato", spelling));
        assertTrue(Actor.isSameAccount(spelling, "sato"));
    }

    @Test
    void anotherIdIsAnotherAccount() {
        assertFalse(Actor.isSameAccount("sato", "suzuki"));
        assertFalse(Actor.isSameAccount("sato", "sato2"));
        assertFalse(Actor.isSameAccount("sato", ""));
    }
}
