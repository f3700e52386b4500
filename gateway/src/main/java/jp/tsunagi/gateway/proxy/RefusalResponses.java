package jp.tsunagi.gateway.proxy;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jp.tsunagi.gateway.signin.SignIn;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers a refused request with the platform's problem document or problem page: the request goes on to the gateway's
 * JAX-RS resources, and a filter in front of them throws the refusal.
 */
@ApplicationScoped
class RefusalResponses {

    private static final String REFUSAL = RefusalResponses.class.getName();

    private final RoutingContext current;
    private final RefusalLog log;

    RefusalResponses(RoutingContext current, RefusalLog log) {
        this.current = current;
        this.log = log;
    }

    void refuse(RoutingContext request, RuntimeException refusal) {
        log.note(request, status(refusal), code(refusal));
        // The rest of the body is skipped, and isRefused keeps the later filter from routing the request.
        request.put(REFUSAL, refusal);
        SignIn.makeAnonymous(request);
        request.request().resume();
        String path = request.normalizedPath();
        // Quarkus serves /assets and /q without JAX-RS, so the filter below is never called for them.
        if (path.startsWith("/assets") || path.startsWith("/q")) {
            sendCode(request, refusal);
        } else {
            request.next();
        }
    }

    /** Closes the connection after the answer, so that a client cannot keep the gateway reading an unwanted body. */
    void refuseAndClose(RoutingContext request, RuntimeException refusal) {
        request.response().putHeader("Connection", "close");
        request.addEndHandler(_ -> request.request().connection().close());
        refuse(request, refusal);
    }

    private static int status(RuntimeException refusal) {
        return switch (refusal) {
            case Refusal problem -> problem.kind().status();
            case WebApplicationException http -> http.getResponse().getStatus();
            default -> throw refusal;
        };
    }

    private static String code(RuntimeException refusal) {
        return switch (refusal) {
            case Refusal problem -> problem.code();
            case NotAllowedException _ -> "method-not-allowed";
            default -> "request-refused";
        };
    }

    /** A problem without a sentence: people do not read the answers of these paths. */
    private static void sendCode(RoutingContext request, RuntimeException refusal) {
        int status = status(refusal);
        String code = code(refusal);
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "urn:tsunagi:problem:" + code)
                        .put("status", status)
                        .put("code", code)
                        .encode());
    }

    static boolean isRefused(RoutingContext request) {
        return request.get(REFUSAL) != null;
    }

    static RuntimeException methodNotAllowed() {
        return new NotAllowedException("GET", new String[] {"HEAD", "POST", "PUT", "PATCH", "DELETE"});
    }

    @ServerRequestFilter(preMatching = true, priority = Integer.MAX_VALUE)
    public void throwRefusal() {
        RuntimeException refusal = current.get(REFUSAL);
        if (refusal != null) {
            throw refusal;
        }
    }
}
