package jp.tsunagi.gateway.signin;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is signed in. The browser holds a random number and nothing else; the tokens stay in this gateway's memory under
 * the hash of that number.
 *
 * <p>After a restart nobody has a session here, but most have one at Keycloak: the next page they open goes there and
 * comes back signed in, without a question. Two gateways need sticky connections, or show the same round trip.
 *
 * <p>The cookie is called {@code q_session} because Quarkus fixes the name; hence no {@code __Host-} prefix. It is
 * HttpOnly, SameSite=Lax, without a domain, on path /, and Secure where the site is https.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class Sessions implements TokenStateManager {

    static final String COOKIE = "q_session";
    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(8);

    /** About 60 MB of tokens. Whoever was idle longest has to go through Keycloak again. */
    private static final int MOST = 10_000;

    private static final String CURRENT = Sessions.class.getName();

    private record Session(AuthorizationCodeTokens tokens, Instant began, Instant seen) {}

    /** The session that a request came with, kept while its tokens are exchanged for fresh ones. */
    private record Current(String number, Instant began) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> open = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** The tokens of a session that is neither idle nor old; asking keeps it alive. */
    synchronized Optional<AuthorizationCodeTokens> find(String number) {
        return live(number).map(Session::tokens);
    }

    /** Ends a session and gives what is needed to end it at Keycloak. */
    synchronized Optional<AuthorizationCodeTokens> end(String number) {
        Optional<Session> session = live(number);
        open.remove(hash(number));
        return session.map(Session::tokens);
    }

    private Optional<Session> live(String number) {
        Session session = open.get(hash(number));
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (now.isAfter(session.seen().plus(IDLE))
                || now.isAfter(session.began().plus(LONGEST))) {
            open.remove(hash(number));
            return Optional.empty();
        }
        Session touched = new Session(session.tokens(), session.began(), now);
        open.put(hash(number), touched);
        return Optional.of(touched);
    }

    @Override
    public synchronized Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String number,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        Optional<Session> session = live(number);
        if (session.isEmpty()) {
            return Uni.createFrom().failure(new AuthenticationFailedException("no such session"));
        }
        request.put(CURRENT, new Current(number, session.get().began()));
        return Uni.createFrom().item(copy(session.get().tokens()));
    }

    // A new number for each sign-in, against fixation; but the same one when Quarkus refreshes the tokens of a living
    // session, or the other requests of the same page would find theirs gone.
    @Override
    public synchronized Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        Instant now = clock.instant();
        Current current = request.get(CURRENT);
        if (current == null) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            current = new Current(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), now);
        }
        open.put(hash(current.number()), new Session(copy(tokens), current.began(), now));
        return Uni.createFrom().item(current.number());
    }

    @Override
    public synchronized Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig config, String number, OidcRequestContext<Void> context) {
        open.remove(hash(number));
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

    private static String hash(String number) {
        try {
            byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
