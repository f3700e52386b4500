package jp.tsunagi.gateway.proxy;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
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

    private final RoutingContext request;

    RefusalResponses(RoutingContext request) {
        this.request = request;
    }

    static void refuse(RoutingContext request, RuntimeException refusal) {
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

    /** A problem without a sentence: people do not read the answers of these paths. */
    private static void sendCode(RoutingContext request, RuntimeException refusal) {
        int status = refusal instanceof Refusal problem ? problem.kind().status() : 405;
        String code = refusal instanceof Refusal problem ? problem.code() : "method-not-allowed";
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
        RuntimeException refusal = request.get(REFUSAL);
        if (refusal != null) {
            throw refusal;
        }
    }
}
