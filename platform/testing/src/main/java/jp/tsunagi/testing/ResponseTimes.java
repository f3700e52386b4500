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
import java.util.stream.LongStream;

/**
 * Compares how long answers take that must not be told apart. The requests take turns, so a machine that is busy for a
 * while slows all of a round alike: what is compared is the part of its round that each takes.
 */
public final class ResponseTimes {

    private static final int WARM_UP = 50;

    private ResponseTimes() {}

    /**
     * The median part of the slowest divided by that of the quickest. Fails when an answer has another status than expected.
     *
     * @param requests each is given the number of the round
     */
    public static double ratio(int status, int rounds, List<IntFunction<HttpRequest>> requests) {
        List<List<Double>> parts = new ArrayList<>();
        requests.forEach(_ -> parts.add(new ArrayList<>()));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int round = 0; round < WARM_UP + rounds; round++) {
                long[] times = new long[requests.size()];
                for (int i = 0; i < requests.size(); i++) {
                    // Whoever comes first in a round may pay for what the others find prepared.
                    int turn = (i + round) % requests.size();
                    HttpRequest request = requests.get(turn).apply(round);
                    long start = System.nanoTime();
                    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                    times[turn] = System.nanoTime() - start;
                    assertEquals(status, answer.statusCode(), request.toString());
                }
                if (round >= WARM_UP) {
                    double whole = LongStream.of(times).sum();
                    for (int i = 0; i < times.length; i++) {
                        parts.get(i).add(times[i] / whole);
                    }
                }
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
        List<Double> medians = parts.stream().map(ResponseTimes::median).toList();
        System.out.println("median parts of a round: " + medians);
        return Collections.max(medians) / Collections.min(medians);
    }

    private static double median(List<Double> parts) {
        Collections.sort(parts);
        return parts.get(parts.size() / 2);
    }
}
