package jp.tsunagi.gateway.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request's body that did not say its length: it flows on until it is larger than we take, and then fails. */
final class Capped implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long most;
    private final Runnable onTooLarge;
    private Handler<Throwable> onFailure;
    private long seen;

    Capped(ReadStream<Buffer> body, long most, Runnable onTooLarge) {
        this.body = body;
        this.most = most;
        this.onTooLarge = onTooLarge;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : piece -> count(piece, handler));
        return this;
    }

    private void count(Buffer piece, Handler<Buffer> handler) {
        boolean wasWithin = seen <= most;
        seen += piece.length();
        if (seen <= most) {
            handler.handle(piece);
        } else if (wasWithin) {
            onTooLarge.run();
            if (onFailure != null) {
                onFailure.handle(new IllegalArgumentException("body larger than " + most));
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
