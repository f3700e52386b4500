package jp.tsunagi.platform.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client does not get on. Each stage (header, body, answer, pause) has a time in all, because
 * a limit of silence, which is all that Vert.x has, is renewed by one byte every few seconds.
 */
final class ConnectionDeadlines extends ChannelDuplexHandler {

    private final ListenerSettings settings;
    private final OpenConnections open;
    private @Nullable Future<?> deadline;
    private boolean isReceiving;
    private int unanswered;

    ConnectionDeadlines(ListenerSettings settings, OpenConnections open) {
        this.settings = settings;
        this.open = open;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext connection) {
        await(connection, settings.header());
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (message instanceof HttpRequest request) {
            isReceiving = true;
            unanswered++;
            // A request sent before the answer to the last one must not give that answer more time.
            if (unanswered == 1) {
                await(connection, settings.body());
                if (hasBody(request)) {
                    open.receive(connection.channel(), settings.bodies()).ifPresent(Channel::close);
                }
            }
        }
        if (message instanceof LastHttpContent) {
            isReceiving = false;
            if (unanswered == 1) {
                work(connection);
            }
        }
        connection.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            // The listener is called when the kernel has taken the last byte: a client that does not read is not done.
            connection.write(message, promise.unvoid().addListener(_ -> answered(connection)));
        } else {
            connection.write(message, promise);
        }
    }

    private static boolean hasBody(HttpRequest request) {
        return request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse answer && answer.status().code() < 200;
    }

    private void answered(ChannelHandlerContext connection) {
        unanswered = Math.max(0, unanswered - 1);
        if (unanswered > 0 && !isReceiving) {
            work(connection);
        } else {
            await(connection, isReceiving ? settings.body() : settings.keepAlive());
        }
    }

    private void await(ChannelHandlerContext connection, Duration time) {
        open.await(connection.channel());
        closeAfter(connection, time);
    }

    private void work(ChannelHandlerContext connection) {
        open.work(connection.channel());
        closeAfter(connection, settings.answer());
    }

    private void closeAfter(ChannelHandlerContext connection, Duration time) {
        cancel();
        deadline = connection.executor().schedule(() -> connection.close(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        open.remove(connection.channel());
        cancel();
        connection.fireChannelInactive();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
