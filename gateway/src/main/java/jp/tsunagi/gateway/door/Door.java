package jp.tsunagi.gateway.door;

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
import jp.tsunagi.gateway.LocalPath;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.gateway.door.Routes.Route;
import jp.tsunagi.gateway.door.Routes.Session;
import jp.tsunagi.gateway.signin.SignIn;
import jp.tsunagi.platform.correlation.Correlation;

/**
 * The order in which every request is looked at: headers for the answer, spelling and method, how often, from which
 * site, how large; then the table of routes, the session, and the service.
 */
@ApplicationScoped
class Door {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final int BEFORE_SIGN_IN = 1000;
    private static final int AFTER_SIGN_IN = 50;

    private final SecurityHeaders securityHeaders;
    private final CrossSite crossSite;
    private final Limits limits;
    private final SignIn signIn;
    private final Forwarding forwarding;

    Door(Settings settings, Clock clock, SignIn signIn, Forwarding forwarding) {
        this.securityHeaders = new SecurityHeaders(settings);
        this.crossSite = new CrossSite(settings.publicUrl());
        this.limits = new Limits(settings.everything(), settings.writing(), clock);
        this.signIn = signIn;
        this.forwarding = forwarding;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::look, BEFORE_SIGN_IN);
        filters.register(this::route, AFTER_SIGN_IN);
    }

    private void look(RoutingContext request) {
        HttpServerRequest incoming = request.request();
        String path = pathOf(incoming);
        Passage.enter(incoming.headers(), incoming.remoteAddress().hostAddress());
        String requestId = incoming.getHeader(Correlation.HEADER);
        request.addHeadersEndHandler(_ -> {
            MultiMap answer = incoming.response().headers();
            securityHeaders.apply(path, answer);
            answer.set(Correlation.HEADER, requestId);
        });

        String method = incoming.method().name();
        if (!METHODS.contains(method)) {
            refuseAndClose(request, Refusals.method());
        } else if (!LocalPath.isPlain(path)) {
            refuseAndClose(request, Refusals.path());
        } else if (!isWithinLimits(request, method, path)) {
            return;
        } else if (crossSite.refuses(method, path, incoming.headers())) {
            refuseAndClose(request, Refusals.crossSite());
        } else if (length(incoming.headers()) > Forwarding.LARGEST_BODY) {
            refuseAndClose(request, Refusals.tooLarge());
        } else {
            request.next();
        }
    }

    private boolean isWithinLimits(RoutingContext request, String method, String path) {
        Limits.Verdict verdict = limits.ask(request.request().remoteAddress().hostAddress(), method, path);
        if (path.startsWith("/v1/") || !verdict.passes()) {
            request.response()
                    .putHeader("RateLimit-Policy", verdict.policy())
                    .putHeader("RateLimit", verdict.remaining());
        }
        if (!verdict.passes()) {
            request.response().putHeader("Retry-After", Long.toString(verdict.seconds()));
            refuseAndClose(request, Refusals.tooMany(verdict.seconds()));
        }
        return verdict.passes();
    }

    private void route(RoutingContext request) {
        if (Refusals.isRefused(request)) {
            request.next();
            return;
        }
        String path = pathOf(request.request());
        Routes.find(path)
                .ifPresentOrElse(
                        route -> enter(request, route, path), () -> Refusals.refuse(request, Refusals.unknown()));
    }

    private void enter(RoutingContext request, Route route, String path) {
        MultiMap headers = request.request().headers();
        if (path.startsWith("/auth/")) {
            signIn.visit(request, path, refusal -> Refusals.refuse(request, refusal));
            return;
        }
        if (route.session() == Session.IGNORED || headers.contains("Authorization") || !signIn.isKnown(request)) {
            go(
                    request,
                    route,
                    headers.contains("Authorization") && route.behind().isPresent());
            return;
        }
        // Asking Keycloak may take a while, and the body must not run away meanwhile.
        request.request().pause();
        signIn.accessToken(request)
                .subscribe()
                .with(
                        token -> {
                            token.ifPresent(bearer -> headers.set("Authorization", "Bearer " + bearer));
                            go(request, route, token.isPresent());
                        },
                        failure -> go(request, route, false));
    }

    private void go(RoutingContext request, Route route, boolean hasToken) {
        HttpServerRequest incoming = request.request();
        if (route.session() == Session.NEEDED && !hasToken) {
            askToSignIn(request);
            return;
        }
        Passage.keepOnlyOurCookies(incoming.headers());
        if (route.behind().isPresent()) {
            incoming.pause();
            forwarding.pass(request, route.behind().get());
        } else if (route.session() == Session.NEEDED) {
            Refusals.refuse(request, Refusals.unknown());
        } else {
            SignIn.asNobody(request);
            request.next();
        }
    }

    // A form that was sent is not redirected: the answer to the redirect would be a page, and what was typed is lost.
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
            Refusals.refuse(request, Refusals.signInNeeded());
        }
    }

    /** For an answer that leaves a body unread: the connection ends with it, so nobody can keep us reading. */
    static void refuseAndClose(RoutingContext request, RuntimeException refusal) {
        request.response().putHeader("Connection", "close");
        request.addEndHandler(_ -> request.request().connection().close());
        Refusals.refuse(request, refusal);
    }

    // request.path() as it was sent: Vert.x Web would normalise what we want to refuse.
    private static String pathOf(HttpServerRequest request) {
        String uri = request.uri();
        int end = uri.indexOf('?');
        return end < 0 ? uri : uri.substring(0, end);
    }

    private static long length(MultiMap headers) {
        String length = headers.get("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
