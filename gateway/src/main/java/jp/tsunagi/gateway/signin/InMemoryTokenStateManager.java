package jp.tsunagi.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import jp.tsunagi.gateway.ClockTicker;

/**
 * Keeps the tokens of signed-in people in memory. The browser's cookie holds a random session id and nothing else; the
 * tokens are stored under the hash of that id.
 *
 * <p>After a restart the sessions are gone, but most people still have one at Keycloak: their next page request is
 * redirected there and comes back signed in (SSO). Two gateways need sticky connections, or cause the same round trip.
 *
 * <p>Quarkus calls the cookie {@code q_session}. It is HttpOnly, SameSite=Lax, without a domain, on path /, and where the
 * site is https Secure and renamed by {@link HostCookies}.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class InMemoryTokenStateManager implements TokenStateManager {

    static final String COOKIE = "q_session";
    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(8);

    /** About 60 MB of tokens. Caffeine evicts the sessions that are rarely used; their owners return by SSO. */
    static final int MOST = 10_000;

    private static final String CURRENT = InMemoryTokenStateManager.class.getName();

    /** Identifies a session, also while Quarkus exchanges its tokens for fresh ones. */
    record SessionKey(String id, Instant began) {}

    private record Session(AuthorizationCodeTokens tokens, Instant began) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Session> sessions;

    InMemoryTokenStateManager(Clock clock) {
        this.clock = clock;
        this.sessions = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<String, Session>accessing((_, session) -> untilExpiry(session)))
                .ticker(new ClockTicker(clock))
                .executor(Runnable::run)
                .build();
    }

    private Duration untilExpiry(Session session) {
        Duration left = Duration.between(clock.instant(), session.began().plus(LONGEST));
        return left.compareTo(IDLE) < 0 ? left : IDLE;
    }

    /** The tokens of a session that has not expired; the call counts as a use of the session. */
    Optional<AuthorizationCodeTokens> find(String id) {
        return session(id).map(session -> copy(session.tokens()));
    }

    /** The key of a session that has not expired; the call counts as a use of the session. */
    Optional<SessionKey> key(String id) {
        return session(id).map(session -> new SessionKey(id, session.began()));
    }

    SessionKey newKey() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new SessionKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), clock.instant());
    }

    void store(SessionKey key, AuthorizationCodeTokens tokens) {
        sessions.put(hash(key.id()), new Session(copy(tokens), key.began()));
    }

    /** Ends a session and returns its tokens, which are needed to end it at Keycloak, too. */
    Optional<AuthorizationCodeTokens> end(String id) {
        return Optional.ofNullable(sessions.asMap().remove(hash(id))).map(Session::tokens);
    }

    private Optional<Session> session(String id) {
        return Optional.ofNullable(sessions.getIfPresent(hash(id)));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String id,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        Optional<SessionKey> key = key(id);
        if (key.isEmpty()) {
            return Uni.createFrom().failure(new AuthenticationFailedException("no such session"));
        }
        request.put(CURRENT, key.get());
        return Uni.createFrom().item(find(id).orElseThrow());
    }

    // Each sign-in gets a new id, against session fixation. A session whose tokens Quarkus refreshes keeps its id,
    // because other requests of the same page still send it.
    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        SessionKey current = request.get(CURRENT);
        SessionKey key = current == null ? newKey() : current;
        store(key, tokens);
        return Uni.createFrom().item(key.id());
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig config, String id, OidcRequestContext<Void> context) {
        end(id);
        return Uni.createFrom().voidItem();
    }

    // Quarkus changes the tokens it is given.
    private static AuthorizationCodeTokens copy(AuthorizationCodeTokens tokens) {
        return new AuthorizationCodeTokens(
                tokens.getIdToken(),
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                tokens.getAccessTokenExpiresIn(),
                tokens.getAccessTokenScope());
    }

    private static String hash(String id) {
        try {
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
