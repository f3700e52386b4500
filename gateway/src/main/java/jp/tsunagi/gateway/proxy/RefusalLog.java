package jp.tsunagi.gateway.proxy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagi.gateway.LocalPath;
import jp.tsunagi.gateway.signin.SignIn;
import jp.tsunagi.platform.correlation.Correlation;
import org.jboss.logging.Logger;

/**
 * Records what the gateway refuses, one JSON object a line, in a file of its own (quarkus.log.handler.file in
 * application.properties). A record names the route of the table, never the address, because a caller may have typed
 * anything into it, and no source address.
 *
 * <p>Refusals of people without a session are counted for a minute: each stranger may cause thousands, but there are few
 * routes and few codes.
 */
@ApplicationScoped
class RefusalLog {

    static final String UNMATCHED = "unmatched";

    private static final Logger RECORDS = Logger.getLogger("jp.tsunagi.gateway.refusals");
    private static final Duration COUNTED_FOR = Duration.ofMinutes(1);
    private static final String ANONYMOUS = "anonymous";

    private record What(String method, String route, int status, String code) {}

    /** How often, since when, and the first request, so that somebody who asks about it can be answered. */
    private record Repeated(long count, String since, String requestId) {

        Repeated plus(Repeated other) {
            return new Repeated(count + other.count, since, requestId);
        }
    }

    private final Clock clock;
    private final SignIn signIn;
    private final Vertx vertx;
    private final Map<What, Repeated> anonymous = new ConcurrentHashMap<>();

    RefusalLog(Clock clock, SignIn signIn, Vertx vertx) {
        this.clock = clock;
        this.signIn = signIn;
        this.vertx = vertx;
    }

    void atStart(@Observes StartupEvent start) {
        vertx.setPeriodic(COUNTED_FOR.toMillis(), _ -> writeCounted());
    }

    void atEnd(@Observes ShutdownEvent end) {
        writeCounted();
    }

    void note(RoutingContext request, int status, String code) {
        What what = new What(method(request), route(request), status, code);
        String id = request.response().headers().get(Correlation.HEADER);
        String now = clock.instant().toString();
        signIn.person(request)
                .ifPresentOrElse(
                        person -> write(person, what, new Repeated(1, now, id)),
                        () -> anonymous.merge(what, new Repeated(1, now, id), Repeated::plus));
    }

    void writeCounted() {
        for (What what : anonymous.keySet()) {
            Repeated repeated = anonymous.remove(what);
            if (repeated != null) {
                write(ANONYMOUS, what, repeated);
            }
        }
    }

    private void write(String who, What what, Repeated repeated) {
        RECORDS.info(new JsonObject()
                .put("at", clock.instant().toString())
                .put("since", repeated.since())
                .put("who", who)
                .put("method", what.method())
                .put("route", what.route())
                .put("status", what.status())
                .put("code", what.code())
                .put("count", repeated.count())
                .put("requestId", repeated.requestId())
                .encode());
    }

    private static String method(RoutingContext request) {
        String method = request.request().method().name();
        return RequestPipeline.METHODS.contains(method) ? method : "other";
    }

    private static String route(RoutingContext request) {
        String path = RequestPipeline.pathOf(request.request());
        return LocalPath.isPlain(path)
                ? Routes.find(LocalPath.canonical(path))
                        .map(Routes.Route::prefix)
                        .orElse(UNMATCHED)
                : UNMATCHED;
    }
}
