package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import jp.tsunagi.gateway.Settings.Budget;
import jp.tsunagi.platform.listener.ClientNetwork;
import jp.tsunagi.testing.MutableClock;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("R2.7")
class RateLimitsTest {

    private record Fixed(long burst, long refill, Duration per) implements Budget {}

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T08:10:00Z"));
    private final RateLimits limits =
            new RateLimits(new Fixed(20, 60, Duration.ofMinutes(1)), new Fixed(3, 6, Duration.ofMinutes(1)), clock);

    @Test
    void theFourthConsultationInARowWaitsTenSeconds() {
        for (int i = 0; i < 3; i++) {
            assertTrue(limits.ask("192.0.2.1", "POST", "/v1/consultations").passes());
        }

        var fourth = limits.ask("192.0.2.1", "POST", "/v1/consultations");

        assertFalse(fourth.passes());
        assertEquals(10, fourth.seconds());
        assertEquals("\"writing\";q=3;w=30", fourth.policy());
        assertEquals("\"writing\";r=0;t=10", fourth.remaining());
    }

    @Test
    void afterTheWaitItPasses() {
        for (int i = 0; i < 4; i++) {
            limits.ask("192.0.2.1", "POST", "/consult/receipt");
        }

        clock.advance(Duration.ofSeconds(10));

        assertTrue(limits.ask("192.0.2.1", "POST", "/consult/receipt").passes());
        assertFalse(limits.ask("192.0.2.1", "POST", "/consult/receipt").passes());
    }

    @Test
    void oneSourceDoesNotSpendAnothersBudget() {
        for (int i = 0; i < 4; i++) {
            limits.ask("192.0.2.1", "POST", "/consult/receipt");
        }
        assertTrue(limits.ask("192.0.2.2", "POST", "/consult/receipt").passes());
        assertTrue(limits.ask("192.0.2.1", "GET", "/consult").passes());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/consultations, true",
        "POST, /consult, false",
        "POST, /consult/receipt, true",
        "POST, /consult/check, true",
        "POST, /box, true",
        "GET, /v1/mailbox, true",
        "GET, /consult, false",
        "GET, /v1/consultations, false",
        "POST, /v1/consultations/1/answers, false",
        "POST, /v1/referrals, false"
    })
    void whatWritesOrGuessesIsCountedNarrowly(String method, String path, boolean narrowly) {
        assertEquals(narrowly, RateLimits.isWriting(method, path));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:aaaa:bbbb:cccc:dddd, 2001:db8:1:2",
        "2001:db8:1:2:0:0:0:1, 2001:db8:1:2",
        "fe80:0:0:0:1:2:3:4%eth0, fe80:0:0:0"
    })
    void anIpv6CustomerIsOneSource(String address, String network) {
        assertEquals(network, ClientNetwork.of(address));
    }

    @Test
    void anAddressIsForgottenAfterAnHour() {
        limits.ask("192.0.2.1", "POST", "/consult/receipt");
        clock.advance(Duration.ofMinutes(59));
        assertEquals(1, limits.remembered());

        clock.advance(Duration.ofMinutes(2));

        assertEquals(0, limits.remembered());
        assertTrue(limits.ask("192.0.2.1", "POST", "/consult/receipt").passes());
    }

    @Test
    @Requirement("R13.9")
    void manyAddressesDoNotFillTheMemory() {
        for (int i = 0; i < 2 * RateLimits.REMEMBERED; i++) {
            limits.ask("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256, "GET", "/");
        }
        assertEquals(RateLimits.REMEMBERED, limits.remembered());
    }
}
