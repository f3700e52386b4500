package jp.tsunagi.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HttpContenderTest {

    /** Milliseconds for which the server answers nobody, in the middle of a turn. */
    private static final int STALL = 400;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    if (asked.incrementAndGet() == 20) {
                        stall();
                    }
                    request.response()
                            .setStatusCode(request.path().equals("/refused") ? 503 : 200)
                            .end("done");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    @DisplayName("A stall is seen in every request that was due while it lasted, not only in the one that met it")
    void stallsAreNotLeftOut() throws InterruptedException {
        Result result = contender(() -> Call.get("/", "none")).runAt(100, Duration.ofSeconds(1));

        assertEquals(100, result.done());
        assertTrue(
                result.latency().getCountBetweenValues(STALL * 1000 / 4, STALL * 10_000) >= 20,
                () -> "late: " + result.latency().getCountBetweenValues(STALL * 1000 / 4, STALL * 10_000));
    }

    @Test
    @DisplayName("What is refused counts as failed and adds nothing to the speed")
    void refusalsAreNoWork() throws InterruptedException {
        Result result = contender(() -> Call.get("/refused", "none")).run(2, Duration.ofMillis(200));

        assertEquals(0, result.done());
        assertTrue(result.failed() > 0);
    }

    @Test
    @DisplayName("A turn ends when there is nothing left to ask for")
    void endsEarly() throws InterruptedException {
        Queue<Call> calls = new ConcurrentLinkedQueue<>(
                IntStream.range(0, 50).mapToObj(_ -> Call.get("/", "none")).toList());

        Result result = contender(calls::poll).run(8, Duration.ofSeconds(20));

        assertEquals(50, result.done());
        assertTrue(
                result.time().compareTo(Duration.ofSeconds(10)) < 0,
                () -> result.time().toString());
    }

    private HttpContender contender(Supplier<Call> calls) {
        return new HttpContender("test", vertx, server.actualPort(), calls, _ -> {});
    }

    private static void stall() {
        try {
            Thread.sleep(STALL);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
