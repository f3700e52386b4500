package jp.tsunagi.gateway.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private Instant now = Instant.parse("2026-11-24T08:10:00Z");

    private final Sessions sessions = new Sessions(new Clock() {
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
    });

    @Test
    void aSessionThatIsUsedLives() {
        String number = open(request());
        for (int i = 0; i < 20; i++) {
            now = now.plus(Duration.ofMinutes(14));
            assertTrue(sessions.find(number).isPresent());
        }
    }

    @Test
    void aSessionEndsAfterAQuarterOfAnHourOfSilence() {
        String number = open(request());
        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);
        assertFalse(sessions.find(number).isPresent());
    }

    @Test
    void aSessionEndsAfterEightHoursEvenIfItsTokensWereRefreshed() {
        String number = open(request());
        for (int i = 0; i < 34; i++) {
            now = now.plus(Duration.ofMinutes(14));
            RoutingContext request = request();
            sessions.getTokens(request, null, number, null).await().indefinitely();
            sessions.deleteTokens(request, null, number, null).await().indefinitely();
            assertEquals(number, open(request));
        }
        now = now.plus(Duration.ofMinutes(14));
        assertFalse(sessions.find(number).isPresent());
    }

    @Test
    void everySignInHasItsOwnNumber() {
        assertNotEquals(open(request()), open(request()));
    }

    @Test
    void anEndedSessionIsGone() {
        String number = open(request());
        assertEquals("refresh", sessions.end(number).orElseThrow().getRefreshToken());
        assertFalse(sessions.find(number).isPresent());
        assertFalse(sessions.end(number).isPresent());
    }

    @Test
    void theLongestIdleMakesRoom() {
        String idle = open(request());
        String used = open(request());
        for (int i = 0; i < 9_999; i++) {
            open(request());
            sessions.find(used);
        }
        assertFalse(sessions.find(idle).isPresent());
        assertTrue(sessions.find(used).isPresent());
    }

    private String open(RoutingContext request) {
        var tokens = new AuthorizationCodeTokens("id", "access", "refresh");
        return sessions.createTokenState(request, null, tokens, null).await().indefinitely();
    }

    /** Of a request the sessions use only what one step leaves on it for the next. */
    private static RoutingContext request() {
        Map<Object, Object> left = new HashMap<>();
        return (RoutingContext) Proxy.newProxyInstance(
                RoutingContext.class.getClassLoader(),
                new Class<?>[] {RoutingContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "put" -> {
                        left.put(arguments[0], arguments[1]);
                        yield proxy;
                    }
                    case "get" -> left.get(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
