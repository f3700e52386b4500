package jp.tsunagi.gateway.signin;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagi.gateway.GatewayProblem;
import jp.tsunagi.gateway.LocalPath;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.logging.Logger;

/**
 * Signs staff in at Keycloak by a pushed authorization request and a code with PKCE. The gateway keeps the tokens; the browser never has one.
 * Only requests that need a session lead here, so that the site for consulters works without Keycloak.
 */
@ApplicationScoped
public class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Where a sign-in goes to Keycloak, and where Quarkus leads back to when it is done. */
    private static final String CONTINUE = "/auth/continue";

    private final HttpAuthenticator authenticator;
    private final InMemoryTokenStateManager sessions;
    private final KeycloakLogout keycloak;
    private final String issuer;

    SignIn(
            HttpAuthenticator authenticator,
            InMemoryTokenStateManager sessions,
            KeycloakLogout keycloak,
            Settings settings) {
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.keycloak = keycloak;
        this.issuer = settings.issuer().toString();
    }

    /** True if the request's cookie names a session that has not expired. */
    public boolean hasSession(RoutingContext request) {
        return sessionId(request).flatMap(sessions::find).isPresent();
    }

    /** Handles the rest of the request without an identity: public pages must not depend on Keycloak. */
    public static void makeAnonymous(RoutingContext request) {
        QuarkusHttpUser.setIdentity(
                QuarkusSecurityIdentity.builder().setAnonymous(true).build(), request);
    }

    /** The user name of the request's session, as Keycloak wrote it into the id token. */
    public Optional<String> person(RoutingContext request) {
        return sessionId(request)
                .flatMap(sessions::find)
                .map(tokens -> OidcCommonUtils.decodeJwtContent(tokens.getIdToken()))
                .map(claims -> claims.getString("preferred_username"));
    }

    /**
     * The access token of the request's session, refreshed when it is about to expire. If Keycloak does not give
     * another one, because the account or its session there has ended, the session ends here, too.
     */
    public Uni<Optional<String>> accessToken(RoutingContext request) {
        return authenticate(request)
                .map(SignIn::token)
                .onFailure(AuthenticationFailedException.class)
                .invoke(() -> sessionId(request).ifPresent(sessions::end));
    }

    /** Answers the addresses below /auth. */
    public void handle(RoutingContext request, String path, Consumer<Refusal> refuse) {
        String to = LocalPath.orElse(request.request().getParam("to"), "/");
        if (path.equals("/auth/logout")) {
            logOut(request);
        } else if (path.equals("/auth/login")) {
            // Whoever signs in gets a session of their own, whatever cookie somebody put into this browser before.
            sessionId(request).ifPresent(sessions::end);
            deleteCookie(request);
            redirect(request, CONTINUE + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        } else if (path.equals(CONTINUE) && !hasSession(request)) {
            challenge(request, refuse);
        } else if (isReturningFromKeycloak(request) && !isFromIssuer(request)) {
            refuse.accept(new Refusal(GatewayProblem.SIGN_IN_INCOMPLETE));
        } else {
            if (isReturningFromKeycloak(request)) {
                forgetSession(request);
            }
            authenticate(request)
                    .subscribe()
                    .with(
                            identity -> {
                                if (token(identity).isPresent()) {
                                    redirect(request, to);
                                } else {
                                    challenge(request, refuse);
                                }
                            },
                            failure -> recover(request, failure, refuse));
        }
    }

    // Quarkus keeps the state of a sign-in in a cookie of this name until the sign-in is completed.
    private static boolean isReturningFromKeycloak(RoutingContext request) {
        return request.request().cookies().stream()
                        .anyMatch(cookie -> cookie.getName().startsWith("q_auth"))
                && request.request().getParam("state") != null;
    }

    // RFC 9207. Quarkus does not look at it: another issuer's code would be sent to Keycloak.
    private boolean isFromIssuer(RoutingContext request) {
        return request.request().params().getAll("iss").equals(List.of(issuer));
    }

    // Quarkus would otherwise see the cookie and leave the sign-in aside.
    private void forgetSession(RoutingContext request) {
        sessionId(request).ifPresent(sessions::end);
        request.response().removeCookie(InMemoryTokenStateManager.COOKIE, false);
    }

    private void recover(RoutingContext request, Throwable failure, Consumer<Refusal> refuse) {
        switch (failure) {
            case AuthenticationRedirectException back -> redirect(request, back.getRedirectUri());
            case AuthenticationFailedException _ -> challenge(request, refuse);
            case AuthenticationCompletionException _ -> refuse.accept(new Refusal(GatewayProblem.SIGN_IN_INCOMPLETE));
            default -> refuse.accept(unavailable(failure));
        }
    }

    private void challenge(RoutingContext request, Consumer<Refusal> refuse) {
        // Without this, an id from before a restart would be tried again after the sign-in and lead here in a circle.
        sessionId(request).ifPresent(_ -> deleteCookie(request));
        authenticator
                .getChallenge(request)
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .subscribe()
                .with(challenge -> send(request, challenge), failure -> refuse.accept(unavailable(failure)));
    }

    private static void send(RoutingContext request, ChallengeData challenge) {
        request.response().setStatusCode(challenge.status);
        challenge.getHeaders().forEach((name, value) -> request.response().putHeader(name, value));
        request.response().end();
    }

    private void logOut(RoutingContext request) {
        Future<Void> ended = sessionId(request)
                .flatMap(sessions::end)
                .map(AuthorizationCodeTokens::getRefreshToken)
                .map(keycloak::logOut)
                .orElse(Future.succeededFuture());
        deleteCookie(request);
        ended.onComplete(_ -> redirect(request, "/"));
    }

    private static void deleteCookie(RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(InMemoryTokenStateManager.COOKIE, "")
                        .setPath("/")
                        .setMaxAge(0)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
    }

    private Uni<SecurityIdentity> authenticate(RoutingContext request) {
        return authenticator
                .attemptAuthentication(request)
                .ifNoItem()
                .after(TIMEOUT)
                .fail();
    }

    private static Optional<String> token(SecurityIdentity identity) {
        return Optional.ofNullable(identity)
                .map(someone -> someone.getCredential(AccessTokenCredential.class))
                .map(AccessTokenCredential::getToken);
    }

    private static Optional<String> sessionId(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(InMemoryTokenStateManager.COOKIE))
                .map(Cookie::getValue);
    }

    private static void redirect(RoutingContext request, String to) {
        request.response().setStatusCode(303).putHeader("Location", to).end();
    }

    private static Refusal unavailable(Throwable failure) {
        LOG.warnf("Keycloak does not answer: %s", failure.toString());
        return new Refusal(PlatformProblem.SIGN_IN_UNAVAILABLE);
    }
}
