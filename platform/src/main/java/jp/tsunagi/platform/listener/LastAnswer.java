package jp.tsunagi.platform.listener;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;

/**
 * After an answer that says "close", no other request of the connection is read (RFC 9112, 9.6): what stands behind a
 * refused one may have been hidden there. Vert.x would carry it out before the connection is closed.
 */
final class LastAnswer extends ChannelDuplexHandler {

    private boolean isGiven;
    private boolean isOver;

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        // The rest of the answered request still comes in, because Vert.x waits for its end.
        isOver |= isGiven && message instanceof HttpRequest;
        if (isOver) {
            ReferenceCountUtil.release(message);
        } else {
            connection.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        isGiven |= message instanceof HttpResponse answer
                && answer.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
        connection.write(message, promise);
    }
}
