package jp.tsunagi.platform.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Puts deadlines, caps, {@link LastAnswer} and {@link EarlyAnswers} on every connection that a listener accepts. Quarkus
 * and Vert.x let nobody see a connection before its first request header is complete, which may be never. So the first
 * request, which the process sends to itself, shows the listener behind it, and a step is added there that sees each
 * connection when it is accepted.
 */
@ApplicationScoped
class ConnectionLimits {

    private static final Logger LOG = Logger.getLogger(ConnectionLimits.class);

    /** Vert.x's name of the part of a connection that writes HTTP/1.1. HTTP/2 is off at every listener. */
    private static final String ENCODER = "httpEncoder";

    private static final int BEFORE_EVERYTHING = 10_000;

    private final ListenerSettings settings;
    private final Vertx vertx;
    private final EarlyAnswers earlyAnswers;
    private final OpenConnections open = new OpenConnections();
    private final Set<Channel> listeners = ConcurrentHashMap.newKeySet();

    ConnectionLimits(ListenerSettings settings, VertxHttpConfig http, Vertx vertx) {
        this.settings = settings;
        this.earlyAnswers = new EarlyAnswers(settings, http);
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::findListener, BEFORE_EVERYTHING);
    }

    // Tests listen on any free port; their own first request does.
    void whenListening(@ObservesAsync HttpServerStart start) {
        int port = start.options().getPort();
        if (port > 0) {
            var client = vertx.createHttpClient();
            client.request(HttpMethod.GET, port, start.options().getHost(), "/q/health/live")
                    .compose(request -> request.send())
                    .onFailure(failure -> LOG.warnf("The listener has no deadlines yet: %s", failure.toString()))
                    .onComplete(_ -> client.close());
        }
    }

    private void findListener(RoutingContext request) {
        if (request.request().connection() instanceof ConnectionBase connection
                && connection.channel().parent() instanceof Channel listener
                && listeners.add(listener)) {
            listener.pipeline().addFirst(new Accepting());
        }
        request.next();
    }

    private final class Accepting extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext listener, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addLast(new Arrival());
            }
            listener.fireChannelRead(accepted);
        }
    }

    /** Adds our parts when Vert.x has built its own of the connection. */
    private final class Arrival extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext arrived) {
            Channel connection = arrived.channel();
            if (arrived.pipeline().get(ENCODER) != null) {
                open.add(connection, settings.connections(), settings.connectionsPerSource())
                        .ifPresent(Channel::close);
                arrived.pipeline().addAfter(ENCODER, null, new ConnectionDeadlines(settings, open));
                arrived.pipeline().addAfter(ENCODER, null, new LastAnswer());
                arrived.pipeline().addAfter(ENCODER, null, earlyAnswers);
            }
            arrived.fireChannelActive();
            arrived.pipeline().remove(this);
        }
    }
}
