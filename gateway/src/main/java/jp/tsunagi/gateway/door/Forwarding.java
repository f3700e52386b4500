package jp.tsunagi.gateway.door;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagi.gateway.Neighbour;
import jp.tsunagi.gateway.Settings;
import org.jboss.logging.Logger;

/** Carries a request to the service behind a path and its answer back, piece by piece, and never waits for ever. */
@ApplicationScoped
class Forwarding {

    static final long LARGEST_BODY = 256 * 1024;

    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int SILENCE_MILLIS = 30_000;
    private static final List<String> HOP_BY_HOP = List.of("Connection", "Keep-Alive", "Proxy-Authenticate", "Upgrade");

    private final Settings settings;
    private final HttpClient client;

    Forwarding(Settings settings, Vertx vertx) {
        this.settings = settings;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(20),
                // Per service. More would only queue in front of its database.
                new PoolOptions().setHttp1MaxSize(64).setMaxWaitQueueSize(256));
    }

    void pass(RoutingContext request, Neighbour to) {
        URI service = settings.services().get(to.word());
        RequestOptions where = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(SILENCE_MILLIS);
        HttpProxy.reverseProxy(client)
                .origin(proxied -> proxied.client().request(where))
                .addInterceptor(new Crossing(request, to, service))
                .handle(request.request());
    }

    private record Crossing(RoutingContext request, Neighbour to, URI service) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
            HttpServerRequest incoming = request.request();
            AtomicBoolean isTooLarge = new AtomicBoolean();
            if (incoming.getHeader("Content-Length") == null) {
                proxied.request().setBody(Body.body(new Capped(incoming, LARGEST_BODY, () -> isTooLarge.set(true))));
            }
            return proxied.sendRequest().recover(failure -> {
                proxied.request().release();
                if (isTooLarge.get()) {
                    Door.refuseAndClose(request, Refusals.tooLarge());
                } else {
                    LOG.warnf("%s did not answer: %s", to.word(), failure.toString());
                    request.response().putHeader("Retry-After", "5");
                    Refusals.refuse(request, Refusals.down(to.word()));
                }
                // The refusal is the answer; the proxy must not write its own empty 502 and waits for nothing.
                return Promise.<ProxyResponse>promise().future();
            });
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext proxied) {
            MultiMap headers = proxied.response().headers();
            HOP_BY_HOP.forEach(headers::remove);
            String location = headers.get("Location");
            if (location != null) {
                headers.set("Location", outside(location, service));
            }
            return proxied.sendResponse();
        }
    }

    /** A service knows itself by its inner address; people must be sent to the outer one. */
    static String outside(String location, URI service) {
        String inner = service.getScheme() + "://" + service.getAuthority();
        if (!location.startsWith(inner + "/")) {
            return location.equals(inner) ? "/" : location;
        }
        return location.substring(inner.length());
    }
}
