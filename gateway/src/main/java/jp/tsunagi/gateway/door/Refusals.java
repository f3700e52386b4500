package jp.tsunagi.gateway.door;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jp.tsunagi.gateway.signin.SignIn;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What the door says when it lets nobody through, one sentence each. It is said by the platform's own problem and
 * problem page: the refused request goes on to the gateway's resources, where it meets nothing but this.
 */
@ApplicationScoped
class Refusals {

    private static final String KEY = Refusals.class.getName();

    private final RoutingContext request;

    Refusals(RoutingContext request) {
        this.request = request;
    }

    static void refuse(RoutingContext request, RuntimeException refusal) {
        // Nothing of the body will be read, and no later filter may route the request after all.
        request.put(KEY, refusal);
        SignIn.asNobody(request);
        request.request().resume();
        if (meetsOnlyResources(request)) {
            request.next();
        } else {
            sayPlainly(request, refusal);
        }
    }

    // Quarkus serves /assets and /q by routes of its own, which know nothing of our refusal.
    private static boolean meetsOnlyResources(RoutingContext request) {
        String path = request.normalizedPath();
        return !path.startsWith("/assets") && !path.startsWith("/q");
    }

    private static void sayPlainly(RoutingContext request, RuntimeException refusal) {
        int status = refusal instanceof Refusal told ? told.kind().status() : 405;
        String code = refusal instanceof Refusal told ? told.code() : "method-not-allowed";
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "urn:tsunagi:problem:" + code)
                        .put("title", "Refused at the door")
                        .put("status", status)
                        .put("code", code)
                        .encode());
    }

    static boolean isRefused(RoutingContext request) {
        return request.get(KEY) != null;
    }

    @ServerRequestFilter(preMatching = true, priority = Integer.MAX_VALUE)
    public void tell() {
        RuntimeException refusal = request.get(KEY);
        if (refusal != null) {
            throw refusal;
        }
    }

    static RuntimeException path() {
        return new Refusal(
                Kind.INVALID,
                "path-ambiguous",
                "このアドレスは読み取れません。アドレスを確かめてください。",
                "The address is spelled in a way that could be read as two places. Check it.");
    }

    static RuntimeException unknown() {
        return new Refusal(
                Kind.NOT_FOUND,
                "not-found",
                "このページはありません。アドレスを確かめるか、入口から入り直してください。",
                "There is nothing at this address. Check it, or begin at the start page.");
    }

    static RuntimeException method() {
        return new NotAllowedException("GET", new String[] {"HEAD", "POST", "PUT", "PATCH", "DELETE"});
    }

    static RuntimeException crossSite() {
        return new Refusal(
                Kind.FORBIDDEN,
                "cross-site",
                "ほかのサイトから送られたため、受け付けませんでした。このサイトのページを開いて、もう一度送ってください。",
                "Another site sent this, so it was not accepted. Open the page on this site and send it again.");
    }

    static RuntimeException tooLarge() {
        return new Refusal(
                Kind.TOO_LARGE,
                "body-too-large",
                "送られた内容が大きすぎます(256KBまで)。短くして、もう一度送ってください。",
                "The body is larger than 256 KB. Shorten it and send it again.");
    }

    static RuntimeException tooMany(long seconds) {
        return new Refusal(
                        Kind.TOO_MANY,
                        "too-many-requests",
                        "続けて送られた数が多いため、少しお待ちください。" + seconds + "秒後にもう一度試してください。",
                        "Too many requests came from your address. Try again in " + seconds + " seconds.")
                .with("retryAfter", seconds);
    }

    static RuntimeException signInNeeded() {
        return new Refusal(
                Kind.UNAUTHORIZED,
                "sign-in-needed",
                "サインインが必要です。別のタブでサインインしてから、この画面に戻ってもう一度送ってください。",
                "Sign in first: in another tab if you were sending something, then come back and send it again.");
    }

    static RuntimeException down(String service) {
        return new Refusal(
                        Kind.BUSY,
                        "service-unavailable",
                        "いま混み合っているか、この部分が止まっています。少し待ってから、もう一度試してください。",
                        "This part of the site does not answer just now. Wait a moment and try again.")
                .with("service", service);
    }
}
