package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Compares how long answers take that must not be told apart. The requests take turns, so a machine that is busy for a
 * while slows all alike, and only the medians are compared.
 */
public final class ResponseTimes {

    private static final int WARM_UP = 50;

    private ResponseTimes() {}

    /**
     * The slowest median divided by the quickest. Fails when an answer has another status than expected.
     *
     * @param requests each is given the number of the round
     */
    public static double ratio(int status, int rounds, List<IntFunction<HttpRequest>> requests) {
        List<List<Long>> times = new ArrayList<>();
        requests.forEach(_ -> times.add(new ArrayList<>()));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int round = 0; round < WARM_UP + rounds; round++) {
                for (int i = 0; i < requests.size(); i++) {
                    // Whoever comes first in a round may pay for what the others find prepared.
                    int turn = (i + round) % requests.size();
                    HttpRequest request = requests.get(turn).apply(round);
                    long start = System.nanoTime();
                    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                    long time = System.nanoTime() - start;
                    assertEquals(status, answer.statusCode(), request.toString());
                    if (round >= WARM_UP) {
                        times.get(turn).add(time);
                    }
                }
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
        List<Long> medians = times.stream().map(ResponseTimes::median).toList();
        System.out.println("medians in microseconds: "
                + medians.stream().map(nanos -> nanos / 1_000).toList());
        return (double) Collections.max(medians) / Collections.min(medians);
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
