package jp.tsunagi.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ClientErrorException;
import java.util.concurrent.atomic.AtomicLong;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;

/**
 * The body of a request, read completely before its service hears of the request: a slow sender holds a connection of
 * the gateway, which has thousands, and none to the service, of which there are few.
 */
final class RequestBody {

    static final long LARGEST = 256 * 1024;

    private final HttpServerRequest request;
    private final AtomicLong keptByAll;
    private final long mostOfAll;
    private final Promise<Buffer> whole = Promise.promise();
    private final Buffer read = Buffer.buffer();

    private RequestBody(HttpServerRequest request, AtomicLong keptByAll, long mostOfAll) {
        this.request = request;
        this.keptByAll = keptByAll;
        this.mostOfAll = mostOfAll;
    }

    /** Fails with what the request is refused for. {@code keptByAll} counts what was read until {@link #forget}. */
    static RequestBody read(HttpServerRequest request, Vertx vertx, Settings settings, AtomicLong keptByAll) {
        RequestBody body =
                new RequestBody(request, keptByAll, settings.bufferedBodies().asLongValue());
        body.start(vertx, settings.bodyDeadline().toMillis());
        return body;
    }

    Future<Buffer> whole() {
        return whole.future();
    }

    void forget() {
        keptByAll.addAndGet(-read.length());
    }

    private void start(Vertx vertx, long millis) {
        if (request.isEnded()) {
            whole.complete(read);
            return;
        }
        long timer = vertx.setTimer(millis, _ -> fail(new ClientErrorException(408)));
        whole.future().onComplete(_ -> vertx.cancelTimer(timer));
        request.exceptionHandler(whole::tryFail);
        request.handler(this::add);
        request.endHandler(_ -> whole.tryComplete(read));
        request.resume();
    }

    private void add(Buffer piece) {
        if (whole.future().isComplete()) {
            return;
        }
        if (read.length() + piece.length() > LARGEST) {
            fail(new Refusal(PlatformProblem.BODY_TOO_LARGE));
        } else if (keptByAll.addAndGet(piece.length()) > mostOfAll) {
            keptByAll.addAndGet(-piece.length());
            fail(new Refusal(PlatformProblem.TEMPORARILY_UNAVAILABLE));
        } else {
            read.appendBuffer(piece);
        }
    }

    private void fail(RuntimeException refusal) {
        whole.tryFail(refusal);
    }
}
