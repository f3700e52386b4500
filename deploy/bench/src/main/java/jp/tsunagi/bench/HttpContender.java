package jp.tsunagi.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Work that is asked for by HTTP/1.1.
 *
 * @param calls the next request; null when there is nothing left to ask for
 * @param answers takes each body
 */
record HttpContender(String name, Vertx vertx, int port, Supplier<@Nullable Call> calls, Consumer<String> answers)
        implements Contender {

    private static final long LONGEST = TimeUnit.SECONDS.toMicros(60);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    /** What is counted during a turn. */
    private static final class Turn {
        final Histogram latency = new ConcurrentHistogram(LONGEST, 3);
        final AtomicLong failed = new AtomicLong();
        final long begin = System.nanoTime();
        final AtomicLong end = new AtomicLong(begin);

        void count(long since, boolean isGood) {
            long now = System.nanoTime();
            end.accumulateAndGet(now, Math::max);
            if (isGood) {
                latency.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(now - since), 1, LONGEST));
            } else {
                failed.incrementAndGet();
            }
        }

        Result result() {
            return new Result(latency.getTotalCount(), failed.get(), Duration.ofNanos(end.get() - begin), latency);
        }
    }

    @Override
    public Result run(int connections, Duration time) throws InterruptedException {
        HttpClient client = client(connections);
        var turn = new Turn();
        var open = new CountDownLatch(connections);
        long until = turn.begin + time.toNanos();
        for (int i = 0; i < connections; i++) {
            vertx.runOnContext(_ -> askAgain(client, turn, until, open));
        }
        open.await(time.plus(LAST_ANSWERS).toSeconds(), TimeUnit.SECONDS);
        client.close();
        return turn.result();
    }

    /**
     * So many requests a second, whatever the answers take: the latency of one that had to wait counts from when it was
     * due, so that a stall is seen in all that fell into it.
     */
    Result runAt(double perSecond, Duration time) throws InterruptedException {
        HttpClient client = client(256);
        var turn = new Turn();
        long all = (long) (perSecond * time.toSeconds());
        var open = new CountDownLatch((int) all);
        var next = new AtomicLong();
        vertx.setPeriodic(1, timer -> {
            long now = System.nanoTime();
            while (next.get() < all) {
                long due = turn.begin + (long) (next.get() * 1e9 / perSecond);
                if (due > now) {
                    return;
                }
                next.incrementAndGet();
                Call call = calls.get();
                if (call == null) {
                    open.countDown();
                } else {
                    ask(client, call, turn, due, open::countDown);
                }
            }
            vertx.cancelTimer(timer);
        });
        open.await(time.plus(LAST_ANSWERS).toSeconds(), TimeUnit.SECONDS);
        client.close();
        return turn.result();
    }

    private HttpClient client(int connections) {
        return vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(connections).setKeepAliveTimeout(60));
    }

    private void askAgain(HttpClient client, Turn turn, long until, CountDownLatch open) {
        Call call = System.nanoTime() < until ? calls.get() : null;
        if (call == null) {
            open.countDown();
            return;
        }
        ask(client, call, turn, System.nanoTime(), () -> askAgain(client, turn, until, open));
    }

    private void ask(HttpClient client, Call call, Turn turn, long since, Runnable then) {
        var options = new RequestOptions()
                .setMethod(call.method())
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(call.path());
        call.headers().forEach(options::putHeader);
        client.request(options)
                .compose(request -> call.body() == null ? request.send() : request.send(Buffer.buffer(call.body())))
                .compose(answer -> answer.body().map(body -> {
                    boolean isGood = answer.statusCode() < 300;
                    turn.count(since, isGood);
                    if (isGood) {
                        answers.accept(body.toString());
                    } else if (turn.failed.get() == 1) {
                        System.err.println(name + " was answered with " + answer.statusCode() + " " + body);
                    }
                    return isGood;
                }))
                .onFailure(broken -> {
                    turn.count(since, false);
                    if (turn.failed.get() == 1) {
                        System.err.println(name + " was not answered: " + broken);
                    }
                })
                .onComplete(_ -> then.run());
    }
}
