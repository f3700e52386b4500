package jp.tsunagi.gateway.door;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;

/**
 * The headers on answers that Vert.x gives to broken HTTP (400, 414, 431) before any of our code sees a request.
 * Netty offers this extension point; Quarkus and Vert.x offer none for these answers. HSTS is left out here: a
 * browser has it from any other answer.
 */
public final class EarlyAnswers extends ChannelInitializerExtension {

    private static final String ENCODER = "httpEncoder";

    /** Must be called before anybody uses Netty: it reads the property once. */
    public static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addLast(new Arrival());
    }

    /**
     * Vert.x builds the rest of the pipeline after us, so we wait for the first bytes to find the encoder there. With
     * HTTP/2 over clear text it would still be missing then: quarkus.http.http2 is off.
     */
    private static final class Arrival extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (context.pipeline().get(ENCODER) != null) {
                context.pipeline().addAfter(ENCODER, null, Adding.INSTANCE);
            }
            context.fireChannelRead(bytes);
            context.pipeline().remove(this);
        }
    }

    @Sharable
    private static final class Adding extends ChannelOutboundHandlerAdapter {

        static final Adding INSTANCE = new Adding();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse answer && !answer.headers().contains(SecurityHeaders.MARK)) {
                SecurityHeaders.EVERYWHERE.forEach(answer.headers()::set);
                answer.headers().set("Cache-Control", "no-store");
            }
            context.write(message, promise);
        }
    }
}
