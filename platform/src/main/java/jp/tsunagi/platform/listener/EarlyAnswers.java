package jp.tsunagi.platform.listener;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Adds the security headers of {@code quarkus.http.filter} to what Vert.x answers before any filter, because it cannot
 * parse the request: 400, 414, 431.
 */
@Sharable
final class EarlyAnswers extends ChannelOutboundHandlerAdapter {

    /** What Netty takes for the path of a request that it cannot parse. */
    private static final String PATH = "/bad-request";

    /** Every filter sets it, so an answer without it has passed none. */
    private static final String ALWAYS_SET = "X-Content-Type-Options";

    private final Map<String, String> headers = new HashMap<>();

    EarlyAnswers(ListenerSettings settings, VertxHttpConfig http) {
        http.filter().values().stream()
                .filter(filter -> Pattern.matches(filter.matches(), PATH))
                .forEach(filter -> headers.putAll(filter.header()));
        if (settings.https()) {
            headers.put("Strict-Transport-Security", ListenerSettings.STRICT_TRANSPORT);
        }
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer
                && answer.status().code() >= 400
                && !answer.headers().contains(ALWAYS_SET)) {
            headers.forEach(answer.headers()::set);
        }
        connection.write(message, promise);
    }
}
