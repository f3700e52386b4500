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
import jp.tsunagi.gateway.signin.HostCookies;
import jp.tsunagi.gateway.signin.SignIn;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.listener.ListenerSettings;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;

/**
 * Handles every request in this order: forwarding headers, method, spelling of the path, encoding of the body, rate
 * limit, open requests, CSRF, body size; then the route, the session and the service. Security headers are in the configuration (quarkus.http.filter).
 */
@ApplicationScoped
class RequestPipeline {

    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /** Seconds after which an overload has usually passed. */
    private static final long A_MOMENT = 5;

    // Quarkus authenticates at priority 200.
    private static final int BEFORE_AUTHENTICATION = 1000;
    private static final int AFTER_AUTHENTICATION = 50;

    private final Settings settings;
    private final CsrfCheck csrfCheck;
    private final RateLimits rateLimits;
    private final OpenRequests withBody;
    private final OpenRequests withoutBody;
    private final SignIn signIn;
    private final ReverseProxy reverseProxy;
    private final RefusalResponses refusals;

    RequestPipeline(
            Settings settings, Clock clock, SignIn signIn, ReverseProxy reverseProxy, RefusalResponses refusals) {
        this.settings = settings;
        this.csrfCheck = new CsrfCheck(settings.publicUrl());
        this.rateLimits = new RateLimits(settings.everything(), settings.writing(), clock);
        this.withBody = new OpenRequests(settings.openRequestsPerSource());
        this.withoutBody = new OpenRequests(settings.openRequestsPerSource());
        this.signIn = signIn;
        this.reverseProxy = reverseProxy;
        this.refusals = refusals;
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
        if (settings.secureCookies()) {
            HostCookies.bind(request);
        }
        addHeaders(incoming.response().headers(), headers.get(Correlation.HEADER), settings.isHttps());

        String method = incoming.method().name();
        request.addHeadersEndHandler(_ -> addRetryAfter(request));
        if (!METHODS.contains(method)) {
            refusals.refuseAndClose(request, RefusalResponses.methodNotAllowed());
        } else if (!LocalPath.isPlain(asked)) {
            refusals.refuseAndClose(request, new Refusal(GatewayProblem.PATH_AMBIGUOUS));
        } else if (!isWithinLimits(request, method, path) || !isWithinOpenRequests(request)) {
            return;
        } else if (csrfCheck.refuses(method, path, headers)) {
            refusals.refuseAndClose(request, new Refusal(GatewayProblem.CROSS_SITE));
        } else if (contentLength(headers) > RequestBody.LARGEST) {
            refusals.refuseAndClose(request, new Refusal(PlatformProblem.BODY_TOO_LARGE));
        } else {
            request.next();
        }
    }

    // HSTS depends on the public address, so it cannot be a line of configuration like the other security headers.
    static void addHeaders(MultiMap answer, String requestId, boolean isHttps) {
        answer.set(Correlation.HEADER, requestId);
        if (isHttps) {
            answer.set("Strict-Transport-Security", ListenerSettings.STRICT_TRANSPORT);
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
            refuseForNow(request, verdict.seconds());
        }
        return verdict.passes();
    }

    private boolean isWithinOpenRequests(RoutingContext request) {
        // Counted apart, so that somebody whose bodies never end does not keep the people beside them from reading.
        OpenRequests open = hasBody(request.request().headers()) ? withBody : withoutBody;
        String source = request.request().remoteAddress().hostAddress();
        boolean isWithin = open.begin(source);
        if (isWithin) {
            request.addEndHandler(_ -> open.end(source));
        } else {
            refuseForNow(request, A_MOMENT);
        }
        return isWithin;
    }

    private void refuseForNow(RoutingContext request, long seconds) {
        request.response().putHeader("Retry-After", Long.toString(seconds));
        refusals.refuseAndClose(request, new Refusal(GatewayProblem.TOO_MANY_REQUESTS).with("retryAfter", seconds));
    }

    /** Whoever answers 429 or 503, a client learns when to come back. */
    private static void addRetryAfter(RoutingContext request) {
        int status = request.response().getStatusCode();
        if ((status == 429 || status == 503) && !request.response().headers().contains("Retry-After")) {
            request.response().putHeader("Retry-After", Long.toString(A_MOMENT));
        }
    }

    private static boolean hasBody(MultiMap headers) {
        return headers.contains("Transfer-Encoding") || contentLength(headers) > 0;
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
                        () -> refusals.refuse(request, new Refusal(GatewayProblem.PATH_UNKNOWN)));
    }

    private void addSession(RoutingContext request, Route route, String path) {
        MultiMap headers = request.request().headers();
        boolean hasToken = headers.contains("Authorization");
        if (path.startsWith("/auth/")) {
            signIn.handle(request, path, refusal -> refusals.refuse(request, refusal));
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
            refusals.refuse(request, new Refusal(GatewayProblem.PATH_UNKNOWN));
        } else {
            SignIn.makeAnonymous(request);
            request.next();
        }
    }

    // A form that was sent is not redirected: what was typed would be lost. It comes back in a page that sends it
    // again.
    private void askToSignIn(RoutingContext request) {
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
        } else if (isBrowser && UnsentFormPage.isForm(incoming)) {
            incoming.pause();
            reverseProxy.read(request).onSuccess(body -> {
                UnsentFormPage.keep(request, body);
                refusals.refuse(request, new Refusal(GatewayProblem.SIGN_IN_NEEDED));
            });
        } else {
            refusals.refuse(request, new Refusal(GatewayProblem.SIGN_IN_NEEDED));
        }
    }

    // Not request.path(): Vert.x Web would normalise the spellings that LocalPath refuses.
    static String pathOf(HttpServerRequest request) {
        String uri = request.uri();
        int end = uri.indexOf('?');
        return end < 0 ? uri : uri.substring(0, end);
    }

    private static long contentLength(MultiMap headers) {
        String length = headers.get("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
