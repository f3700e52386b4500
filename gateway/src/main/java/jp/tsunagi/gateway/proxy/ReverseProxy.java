package jp.tsunagi.gateway.proxy;

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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagi.gateway.Backend;
import jp.tsunagi.gateway.GatewayProblem;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.gateway.proxy.Routes.Route;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.logging.Logger;

/** Streams a request to its service and the answer back; gives up after two seconds to connect or 30 of silence. */
@ApplicationScoped
class ReverseProxy {

    static final long LARGEST_BODY = 256 * 1024;

    private static final Logger LOG = Logger.getLogger(ReverseProxy.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int SILENCE_MILLIS = 30_000;
    private static final List<String> REMOVED =
            List.of("Connection", "Keep-Alive", "Proxy-Authenticate", "Upgrade", "Server", "X-Powered-By");

    private final Settings settings;
    private final HttpClient client;

    ReverseProxy(Settings settings, Vertx vertx) {
        this.settings = settings;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(20),
                // Per service. More would only queue in front of its database.
                new PoolOptions().setHttp1MaxSize(64).setMaxWaitQueueSize(256));
    }

    void forward(RoutingContext request, Route route) {
        Backend backend = route.backend().orElseThrow();
        URI service = settings.address(backend);
        RequestOptions where = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(SILENCE_MILLIS);
        HttpProxy.reverseProxy(client)
                .origin(proxied -> proxied.client().request(where))
                .addInterceptor(new Exchange(request, backend, service, route.rewrittenTo()))
                .handle(request.request());
    }

    private record Exchange(RoutingContext request, Backend backend, URI service, Optional<String> rewrittenTo)
            implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
            HttpServerRequest incoming = request.request();
            rewrittenTo.ifPresent(proxied.request()::setURI);
            AtomicBoolean isTooLarge = new AtomicBoolean();
            if (incoming.getHeader("Content-Length") == null) {
                proxied.request()
                        .setBody(Body.body(new BodySizeLimit(incoming, LARGEST_BODY, () -> isTooLarge.set(true))));
            }
            return proxied.sendRequest().recover(failure -> {
                proxied.request().release();
                if (isTooLarge.get()) {
                    RequestPipeline.refuseAndClose(request, new Refusal(PlatformProblem.BODY_TOO_LARGE));
                } else {
                    LOG.warnf("%s did not answer: %s", backend.id(), failure.toString());
                    request.response().putHeader("Retry-After", "5");
                    RefusalResponses.refuse(
                            request, new Refusal(GatewayProblem.SERVICE_UNAVAILABLE).with("service", backend.id()));
                }
                // The refusal is the answer. A future that never completes keeps the proxy from writing an empty 502.
                return Promise.<ProxyResponse>promise().future();
            });
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext proxied) {
            MultiMap headers = proxied.response().headers();
            REMOVED.forEach(headers::remove);
            // The gateway has set its own security headers on the answer; the proxy would add the service's to them.
            request.response().headers().names().forEach(headers::remove);
            String location = headers.get("Location");
            if (location != null) {
                headers.set("Location", publicLocation(location, service));
            }
            return proxied.sendResponse();
        }
    }

    /** Turns an absolute redirect to the service's own address into one that is relative to the public address. */
    static String publicLocation(String location, URI service) {
        String inner = service.getScheme() + "://" + service.getAuthority();
        if (!location.startsWith(inner + "/")) {
            return location.equals(inner) ? "/" : location;
        }
        return location.substring(inner.length());
    }
}
