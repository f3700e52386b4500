package jp.tsunagi.gateway.proxy;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import jp.tsunagi.gateway.GatewayProblem;
import jp.tsunagi.gateway.LocalPath;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.gateway.proxy.Routes.Route;
import jp.tsunagi.gateway.proxy.Routes.Session;
import jp.tsunagi.gateway.signin.SignIn;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;

/**
 * Handles every request in this order: forwarding headers, method, spelling of the path, rate limit, CSRF, body size;
 * then the route, the session and the service. Security headers are in the configuration (quarkus.http.filter).
 */
@ApplicationScoped
class RequestPipeline {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    // Quarkus authenticates at priority 200.
    private static final int BEFORE_AUTHENTICATION = 1000;
    private static final int AFTER_AUTHENTICATION = 50;

    private final Settings settings;
    private final CsrfCheck csrfCheck;
    private final RateLimits rateLimits;
    private final SignIn signIn;
    private final ReverseProxy reverseProxy;

    RequestPipeline(Settings settings, Clock clock, SignIn signIn, ReverseProxy reverseProxy) {
        this.settings = settings;
        this.csrfCheck = new CsrfCheck(settings.publicUrl());
        this.rateLimits = new RateLimits(settings.everything(), settings.writing(), clock);
        this.signIn = signIn;
        this.reverseProxy = reverseProxy;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
        filters.register(this::route, AFTER_AUTHENTICATION);
    }

    private void check(RoutingContext request) {
        HttpServerRequest incoming = request.request();
        MultiMap headers = incoming.headers();
        String asked = pathOf(incoming);
        String path = LocalPath.canonical(asked);
        ForwardedHeaders.replace(headers, incoming.remoteAddress().hostAddress());
        addHeaders(incoming.response().headers(), headers.get(Correlation.HEADER), settings.isHttps());

        String method = incoming.method().name();
        if (!METHODS.contains(method)) {
            refuseAndClose(request, RefusalResponses.methodNotAllowed());
        } else if (!LocalPath.isPlain(asked)) {
            refuseAndClose(request, new Refusal(GatewayProblem.PATH_AMBIGUOUS));
        } else if (!isWithinLimits(request, method, path)) {
            return;
        } else if (csrfCheck.refuses(method, path, headers)) {
            refuseAndClose(request, new Refusal(GatewayProblem.CROSS_SITE));
        } else if (contentLength(headers) > ReverseProxy.LARGEST_BODY) {
            refuseAndClose(request, new Refusal(PlatformProblem.BODY_TOO_LARGE));
        } else {
            request.next();
        }
    }

    // HSTS depends on the public address, so it cannot be a line of configuration like the other security headers.
    static void addHeaders(MultiMap answer, String requestId, boolean isHttps) {
        answer.set(Correlation.HEADER, requestId);
        if (isHttps) {
            answer.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private boolean isWithinLimits(RoutingContext request, String method, String path) {
        RateLimits.Verdict verdict =
                rateLimits.ask(request.request().remoteAddress().hostAddress(), method, path);
        if (path.startsWith("/v1/") || !verdict.passes()) {
            request.response()
                    .putHeader("RateLimit-Policy", verdict.policy())
                    .putHeader("RateLimit", verdict.remaining());
        }
        if (!verdict.passes()) {
            request.response().putHeader("Retry-After", Long.toString(verdict.seconds()));
            refuseAndClose(
                    request, new Refusal(GatewayProblem.TOO_MANY_REQUESTS).with("retryAfter", verdict.seconds()));
        }
        return verdict.passes();
    }

    private void route(RoutingContext request) {
        if (RefusalResponses.isRefused(request)) {
            request.next();
            return;
        }
        String path = LocalPath.canonical(pathOf(request.request()));
        Routes.find(path)
                .ifPresentOrElse(
                        route -> addSession(request, route, path),
                        () -> RefusalResponses.refuse(request, new Refusal(GatewayProblem.PATH_UNKNOWN)));
    }

    private void addSession(RoutingContext request, Route route, String path) {
        MultiMap headers = request.request().headers();
        boolean hasToken = headers.contains("Authorization");
        if (path.startsWith("/auth/")) {
            signIn.handle(request, path, refusal -> RefusalResponses.refuse(request, refusal));
        } else if (route.session() == Session.IGNORED || hasToken || !signIn.hasSession(request)) {
            dispatch(request, route, hasToken && route.backend().isPresent());
        } else {
            // Refreshing the token at Keycloak takes a while; the body must not be read before the proxy takes it.
            request.request().pause();
            signIn.accessToken(request)
                    .subscribe()
                    .with(
                            token -> {
                                token.ifPresent(bearer -> headers.set("Authorization", "Bearer " + bearer));
                                dispatch(request, route, token.isPresent());
                            },
                            failure -> dispatch(request, route, false));
        }
    }

    private void dispatch(RoutingContext request, Route route, boolean hasToken) {
        HttpServerRequest incoming = request.request();
        if (route.session() == Session.NEEDED && !hasToken) {
            askToSignIn(request);
            return;
        }
        ForwardedHeaders.keepAllowedCookies(incoming.headers());
        if (route.backend().isPresent()) {
            incoming.pause();
            reverseProxy.forward(request, route);
        } else if (route.session() == Session.NEEDED) {
            RefusalResponses.refuse(request, new Refusal(GatewayProblem.PATH_UNKNOWN));
        } else {
            SignIn.makeAnonymous(request);
            request.next();
        }
    }

    // A form that was sent is not redirected: the browser would show another page, and what was typed would be lost.
    private static void askToSignIn(RoutingContext request) {
        HttpServerRequest incoming = request.request();
        String accepted = incoming.headers().get("Accept");
        boolean isBrowser =
                accepted != null && accepted.toLowerCase(Locale.ROOT).contains("text/html");
        if (isBrowser && incoming.method().name().equals("GET")) {
            String back = URLEncoder.encode(incoming.uri(), StandardCharsets.UTF_8);
            request.response()
                    .setStatusCode(302)
                    .putHeader("Location", "/auth/login?to=" + back)
                    .end();
        } else {
            RefusalResponses.refuse(request, new Refusal(GatewayProblem.SIGN_IN_NEEDED));
        }
    }

    /** Closes the connection after the answer, so that a client cannot keep the gateway reading an unwanted body. */
    static void refuseAndClose(RoutingContext request, RuntimeException refusal) {
        request.response().putHeader("Connection", "close");
        request.addEndHandler(_ -> request.request().connection().close());
        RefusalResponses.refuse(request, refusal);
    }

    // Not request.path(): Vert.x Web would normalise the spellings that LocalPath refuses.
    private static String pathOf(HttpServerRequest request) {
        String uri = request.uri();
        int end = uri.indexOf('?');
        return end < 0 ? uri : uri.substring(0, end);
    }

    private static long contentLength(MultiMap headers) {
        String length = headers.get("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
