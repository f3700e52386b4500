package jp.tsunagi.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What the tests of connections ask for: an empty answer, one that never comes, a large one, and a form. */
@ApplicationScoped
class ListenerRoutes {

    void register(@Observes Router router) {
        router.get("/test/empty").handler(RoutingContext::end);
        router.get("/test/never").handler(_ -> {});
        router.get("/test/large").handler(request -> request.end(Buffer.buffer(new byte[50_000_000])));
        router.post("/test/form").handler(ListenerRoutes::answerWhenWhole);
    }

    private static void answerWhenWhole(RoutingContext request) {
        request.request().body().onSuccess(_ -> request.end());
        request.request().resume();
    }
}
