package jp.tsunagi.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** Limits the size of a chunked request body while the proxy streams it. */
final class BodySizeLimit implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private final Runnable onTooLarge;
    private @Nullable Handler<Throwable> onFailure;
    private long read;

    BodySizeLimit(ReadStream<Buffer> body, long limit, Runnable onTooLarge) {
        this.body = body;
        this.limit = limit;
        this.onTooLarge = onTooLarge;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : piece -> count(piece, handler));
        return this;
    }

    private void count(Buffer piece, Handler<Buffer> handler) {
        boolean wasWithin = read <= limit;
        read += piece.length();
        if (read <= limit) {
            handler.handle(piece);
        } else if (wasWithin) {
            onTooLarge.run();
            if (onFailure != null) {
                onFailure.handle(new IllegalArgumentException("body larger than " + limit));
            }
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
