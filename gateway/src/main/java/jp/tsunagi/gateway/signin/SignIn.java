package jp.tsunagi.gateway.signin;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.AuthorizationCodeTokens;
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
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagi.gateway.LocalPath;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import org.jboss.logging.Logger;

/**
 * Staff sign in at Keycloak by authorization code with PKCE, and the gateway keeps the tokens: a browser never has one.
 * Nothing here is asked unless a request needs a session, so that the site for consulters works without Keycloak.
 */
@ApplicationScoped
public class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpAuthenticator authenticator;
    private final Sessions sessions;
    private final Keycloak keycloak;

    SignIn(HttpAuthenticator authenticator, Sessions sessions, Keycloak keycloak) {
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.keycloak = keycloak;
    }

    /** True if the request's cookie names a session that lives here. */
    public boolean isKnown(RoutingContext request) {
        return number(request).flatMap(sessions::find).isPresent();
    }

    /** Makes the rest of the request nobody's: what follows is for everybody and must not ask Keycloak who it is. */
    public static void asNobody(RoutingContext request) {
        QuarkusHttpUser.setIdentity(
                QuarkusSecurityIdentity.builder().setAnonymous(true).build(), request);
    }

    /** The access token of the request's session, refreshed when it is about to expire. */
    public Uni<Optional<String>> accessToken(RoutingContext request) {
        return authenticate(request).map(SignIn::token);
    }

    /** The pages under /auth. */
    public void visit(RoutingContext request, String path, Consumer<Refusal> refuse) {
        String to = LocalPath.orElse(request.request().getParam("to"), "/");
        if (path.equals("/auth/logout")) {
            logOut(request);
        } else if (path.equals("/auth/login") && !isKnown(request)) {
            challenge(request, refuse);
        } else {
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
                            failure -> goOn(request, failure, refuse));
        }
    }

    private void goOn(RoutingContext request, Throwable failure, Consumer<Refusal> refuse) {
        switch (failure) {
            case AuthenticationRedirectException back -> redirect(request, back.getRedirectUri());
            case AuthenticationFailedException _ -> challenge(request, refuse);
            case AuthenticationCompletionException _ ->
                refuse.accept(new Refusal(
                        Kind.UNAUTHORIZED,
                        "sign-in-incomplete",
                        "サインインを終えられませんでした。もう一度サインインしてください。",
                        "The sign-in could not be completed. Please sign in again."));
            default -> refuse.accept(unavailable(request, failure));
        }
    }

    private void challenge(RoutingContext request, Consumer<Refusal> refuse) {
        // A number from before a restart would be tried again when the person comes back, and lead here for ever.
        number(request).ifPresent(_ -> forget(request));
        authenticator
                .getChallenge(request)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(challenge -> send(request, challenge), failure -> refuse.accept(unavailable(request, failure)));
    }

    private static void send(RoutingContext request, ChallengeData challenge) {
        request.response().setStatusCode(challenge.status);
        challenge.getHeaders().forEach((name, value) -> request.response().putHeader(name, value));
        request.response().end();
    }

    private void logOut(RoutingContext request) {
        Future<Void> ended = number(request)
                .flatMap(sessions::end)
                .map(AuthorizationCodeTokens::getRefreshToken)
                .map(keycloak::logOut)
                .orElse(Future.succeededFuture());
        forget(request);
        ended.onComplete(_ -> redirect(request, "/"));
    }

    private static void forget(RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(Sessions.COOKIE, "")
                        .setPath("/")
                        .setMaxAge(0)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
    }

    private Uni<SecurityIdentity> authenticate(RoutingContext request) {
        return authenticator
                .attemptAuthentication(request)
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private static Optional<String> token(SecurityIdentity identity) {
        return Optional.ofNullable(identity)
                .map(someone -> someone.getCredential(AccessTokenCredential.class))
                .map(AccessTokenCredential::getToken);
    }

    private static Optional<String> number(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(Sessions.COOKIE)).map(Cookie::getValue);
    }

    private static void redirect(RoutingContext request, String to) {
        request.response().setStatusCode(303).putHeader("Location", to).end();
    }

    private static Refusal unavailable(RoutingContext request, Throwable failure) {
        request.response().putHeader("Retry-After", "5");
        LOG.warnf("Keycloak does not answer: %s", failure.toString());
        return new Refusal(
                Kind.BUSY,
                "sign-in-unavailable",
                "いまサインインできません。少し待ってから、もう一度試してください。",
                "Signing in is not possible just now. Wait a moment and try again.");
    }
}
