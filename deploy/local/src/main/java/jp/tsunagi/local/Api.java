package jp.tsunagi.local;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls to a platform that may be busy, restarting or not there: asked again, more slowly each time. */
public final class Api {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final int ATTEMPTS = 6;
    private static final long LONGEST_PAUSE = 30;

    private Api() {}

    /** A request is built anew for each attempt, because its token may have expired meanwhile. */
    public interface Ask {
        HttpRequest.Builder request() throws IOException;
    }

    /** Asks until the answer is neither 429 nor 5xx; fails when even the last attempt was. */
    public static HttpResponse<String> patiently(Ask ask) throws IOException {
        IOException last = null;
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                var answer = once(ask);
                if (answer.statusCode() != 429 && answer.statusCode() < 500) {
                    return answer;
                }
                last = new IOException("the platform answered " + answer.statusCode());
                pause(Math.max(1L << attempt, retryAfter(answer)));
            } catch (ConnectException | HttpTimeoutException e) {
                last = new IOException(
                        "the platform did not answer (" + e.getClass().getSimpleName() + ")");
                pause(1L << attempt);
            }
        }
        throw last;
    }

    public static HttpResponse<String> once(Ask ask) throws IOException {
        try {
            return HTTP.send(
                    ask.request().timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    public static void mustBeFine(String what, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            var words = answer.body().strip();
            throw new IOException(what + " was answered with " + answer.statusCode() + " "
                    + words.substring(0, Math.min(200, words.length())));
        }
    }

    private static long retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,4}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static void pause(long seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Math.min(seconds, LONGEST_PAUSE)));
    }
}
