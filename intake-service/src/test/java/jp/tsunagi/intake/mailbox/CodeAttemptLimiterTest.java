package jp.tsunagi.intake.mailbox;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.MutableClock;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Requirement({"R2.7", "R6.3"})
class CodeAttemptLimiterTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T00:00:00Z"));
    private final CodeAttemptLimiter attempts = new CodeAttemptLimiter(clock);

    @Test
    @DisplayName("UX-16: after five wrong codes each wait is longer than the one before")
    void fiveWrongCodesAreFreeThenASourceWaitsLongerEachTime() {
        for (int i = 0; i < CodeAttemptLimiter.FREE; i++) {
            assertDoesNotThrow(() -> attempts.check("a"));
            attempts.failed("a");
        }

        assertEquals(
                "too-many-attempts",
                assertThrows(Refusal.class, () -> attempts.check("a")).code());
        clock.advance(Duration.ofSeconds(2));
        assertDoesNotThrow(() -> attempts.check("a"));
        attempts.failed("a");
        clock.advance(Duration.ofSeconds(1));
        assertThrows(Refusal.class, () -> attempts.check("a"));
    }

    @Test
    void anotherSourceIsNotHeldUp() {
        for (int i = 0; i < 20; i++) {
            attempts.failed("guesser");
        }

        assertDoesNotThrow(() -> attempts.check("victim"));
    }

    @Test
    void theAddressesOfOneIpv6CustomerAreOneSource() {
        for (int i = 0; i < CodeAttemptLimiter.FREE; i++) {
            attempts.failed("2001:db8:1:2:0:0:0:" + i);
        }

        assertThrows(Refusal.class, () -> attempts.check("2001:db8:1:2:aaaa:bbbb:cccc:dddd"));
        assertDoesNotThrow(() -> attempts.check("2001:db8:1:3:0:0:0:1"));
    }

    @Test
    void theWaitEnds() {
        for (int i = 0; i < 100; i++) {
            attempts.failed("a");
        }

        clock.advance(CodeAttemptLimiter.LONGEST_WAIT.plusSeconds(1));

        assertDoesNotThrow(() -> attempts.check("a"));
    }

    @Test
    void onlyTimeForgives() {
        for (int i = 0; i < CodeAttemptLimiter.FREE - 1; i++) {
            attempts.failed("a");
        }
        clock.advance(CodeAttemptLimiter.FORGIVEN_AFTER.multipliedBy(CodeAttemptLimiter.FREE));
        attempts.failed("a");
        assertDoesNotThrow(() -> attempts.check("a"), "all but the last are forgiven");

        for (int i = 0; i < CodeAttemptLimiter.FREE; i++) {
            clock.advance(Duration.ofSeconds(40));
            attempts.failed("a");
        }
        assertThrows(Refusal.class, () -> attempts.check("a"));
    }
}
