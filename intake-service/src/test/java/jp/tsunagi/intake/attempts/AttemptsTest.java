package jp.tsunagi.intake.attempts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import jp.tsunagi.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final Moving clock = new Moving();
    private final Attempts attempts = new Attempts(clock);

    @Test
    void fiveWrongCodesAreFreeThenASourceWaitsLongerEachTime() {
        for (int i = 0; i < Attempts.FREE; i++) {
            assertDoesNotThrow(() -> attempts.check("a"));
            attempts.failed("a");
        }

        assertEquals(
                "too-many-attempts",
                assertThrows(Refusal.class, () -> attempts.check("a")).code());
        clock.now = clock.now.plusSeconds(2);
        assertDoesNotThrow(() -> attempts.check("a"));
        attempts.failed("a");
        clock.now = clock.now.plusSeconds(1);
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
    void theWaitEnds() {
        for (int i = 0; i < 100; i++) {
            attempts.failed("a");
        }

        clock.now = clock.now.plus(Attempts.LONGEST_WAIT).plus(Duration.ofSeconds(1));

        assertDoesNotThrow(() -> attempts.check("a"));
    }

    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-11-24T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
