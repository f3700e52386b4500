package jp.tsunagi.gateway.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Cache;
import io.quarkus.oidc.AuthorizationCodeTokens;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.gateway.signin.InMemoryTokenStateManager.SessionKey;
import jp.tsunagi.testing.MutableClock;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("R7.1")
class InMemoryTokenStateManagerTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T08:10:00Z"));
    private final InMemoryTokenStateManager sessions = new InMemoryTokenStateManager(clock);

    @Test
    void aSessionThatIsUsedLives() {
        String id = signIn();
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(14));
            assertTrue(sessions.find(id).isPresent());
        }
    }

    @Test
    void aSessionEndsAfterAQuarterOfAnHourOfSilence() {
        String id = signIn();
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertFalse(sessions.find(id).isPresent());
    }

    @Test
    @Requirement("R10.3")
    void aSessionEndsAfterEightHoursEvenIfItsTokensWereRefreshed() {
        String id = signIn();
        for (int i = 0; i < 34; i++) {
            clock.advance(Duration.ofMinutes(14));
            SessionKey key = sessions.key(id).orElseThrow();
            sessions.end(id);
            sessions.store(key, tokens());
        }
        assertTrue(sessions.find(id).isPresent());
        clock.advance(Duration.ofMinutes(14));
        assertFalse(sessions.find(id).isPresent());
    }

    @Test
    @Requirement("R7.2")
    void everySignInHasItsOwnId() {
        assertNotEquals(signIn(), signIn());
    }

    /** Whoever reads the gateway's memory finds no cookie to send. */
    @Test
    void whatIsKeptIsAHashOfTheIdAndNotTheId() throws Exception {
        String id = signIn();
        Field field = InMemoryTokenStateManager.class.getDeclaredField("sessions");
        field.setAccessible(true);
        var kept = ((Cache<?, ?>) field.get(sessions)).asMap();

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII));
        assertEquals(Set.of(HexFormat.of().formatHex(hash)), kept.keySet());
        assertFalse(kept.values().toString().contains(id), "nor in what belongs to it");
        assertEquals(32, Base64.getUrlDecoder().decode(id).length, "256 bits");
    }

    @Test
    void anEndedSessionIsGone() {
        String id = signIn();
        assertEquals("refresh", sessions.end(id).orElseThrow().getRefreshToken());
        assertFalse(sessions.find(id).isPresent());
        assertFalse(sessions.end(id).isPresent());
    }

    @Test
    void anExpiredSessionIsNotEndedAtKeycloak() {
        String id = signIn();
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertFalse(sessions.end(id).isPresent());
    }

    @Test
    @Requirement("R13.9")
    void sessionsThatAreNotUsedMakeRoom() {
        String used = signIn();
        String[] others = Stream.generate(() -> {
                    sessions.find(used);
                    return signIn();
                })
                .limit(2L * InMemoryTokenStateManager.MOST)
                .toArray(String[]::new);

        assertTrue(sessions.find(used).isPresent());
        long kept =
                Stream.of(others).filter(id -> sessions.find(id).isPresent()).count();
        assertEquals(InMemoryTokenStateManager.MOST - 1, kept);
        String newest = others[others.length - 1];
        assertTrue(sessions.find(newest).isPresent());
    }

    private String signIn() {
        SessionKey key = sessions.newKey();
        sessions.store(key, tokens());
        return key.id();
    }

    private static AuthorizationCodeTokens tokens() {
        return new AuthorizationCodeTokens("id", "access", "refresh");
    }
}
