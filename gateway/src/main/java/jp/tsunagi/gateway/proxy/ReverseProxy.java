package jp.tsunagi.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jp.tsunagi.gateway.Backend;
import jp.tsunagi.gateway.GatewayProblem;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.gateway.proxy.Routes.Route;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.logging.Logger;

/**
 * Sends a request whose body has been read to its service and streams the answer back; gives up after two seconds to
 * connect or 30 of silence.
 */
@ApplicationScoped
class ReverseProxy {

    private static final Logger LOG = Logger.getLogger(ReverseProxy.class);
    /** To each service. More would only queue in front of its database. */
    static final int CONNECTIONS = 64;

    /** Requests that wait for one of them, until the time to connect is over; the next one is refused at once. */
    static final int WAITING = 256;

    static final int CONNECT_MILLIS = 2_000;
    private static final int SILENCE_MILLIS = 30_000;
    private static final List<String> REMOVED =
            List.of("Connection", "Keep-Alive", "Proxy-Authenticate", "Upgrade", "Server", "X-Powered-By");
    private static final String CORS = "Access-Control-";

    private final Settings settings;
    private final Vertx vertx;
    private final RefusalResponses refusals;
    private final HttpClient client;
    private final AtomicLong buffered = new AtomicLong();

    ReverseProxy(Settings settings, Vertx vertx, RefusalResponses refusals) {
        this.settings = settings;
        this.vertx = vertx;
        this.refusals = refusals;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(20),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
    }

    void forward(RoutingContext request, Route route) {
        read(request).onSuccess(whole -> send(request, route, whole));
    }

    /** The whole body of a paused request; when it cannot be read, the request is answered. */
    Future<Buffer> read(RoutingContext request) {
        RequestBody body = RequestBody.read(request.request(), vertx, settings, buffered);
        request.addEndHandler(_ -> body.forget());
        return body.whole().onFailure(failure -> {
            if (failure instanceof Refusal || failure instanceof ClientErrorException) {
                refusals.refuseAndClose(request, (RuntimeException) failure);
            }
        });
    }

    private void send(RoutingContext request, Route route, Buffer body) {
        Backend backend = route.backend().orElseThrow();
        URI service = settings.address(backend);
        RequestOptions where = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(SILENCE_MILLIS);
        // An upgraded connection would pass by the body, the deadlines and the headers below.
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(proxied -> proxied.client().request(where))
                .addInterceptor(new Exchange(request, body, backend, service, route.rewrittenTo(), refusals))
                .handle(request.request());
    }

    private record Exchange(
            RoutingContext request,
            Buffer body,
            Backend backend,
            URI service,
            Optional<String> rewrittenTo,
            RefusalResponses refusals)
            implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
            rewrittenTo.ifPresent(proxied.request()::setURI);
            proxied.request().setBody(body.length() == 0 ? null : Body.body(body));
            return proxied.sendRequest().recover(failure -> {
                proxied.request().release();
                LOG.warnf("%s did not answer: %s", backend.id(), failure.toString());
                refusals.refuse(request, new Refusal(GatewayProblem.SERVICE_UNAVAILABLE).with("service", backend.id()));
                // The refusal is the answer. A future that never completes keeps the proxy from writing an empty 502.
                return Promise.<ProxyResponse>promise().future();
            });
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext proxied) {
            MultiMap headers = proxied.response().headers();
            REMOVED.forEach(headers::remove);
            // A service that let scripts of other sites read its answers would open what the gateway keeps closed.
            headers.names().stream()
                    .filter(name -> name.regionMatches(true, 0, CORS, 0, CORS.length()))
                    .toList()
                    .forEach(headers::remove);
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
