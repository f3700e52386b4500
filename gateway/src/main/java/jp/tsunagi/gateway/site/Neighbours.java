package jp.tsunagi.gateway.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.tsunagi.gateway.Neighbour;
import jp.tsunagi.gateway.Settings;

/** Asks all services the same question at once and does not wait long for anyone. */
@ApplicationScoped
class Neighbours {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Settings settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Neighbours(Settings settings) {
        this.settings = settings;
    }

    /** What each service answered at a path; nothing for one that is away or refuses. */
    Map<Neighbour, Optional<String>> ask(String path) {
        Map<Neighbour, CompletableFuture<Optional<String>>> asked = new EnumMap<>(Neighbour.class);
        for (Neighbour neighbour : Neighbour.values()) {
            URI address = URI.create(settings.services().get(neighbour.word()) + path);
            HttpRequest question = HttpRequest.newBuilder(address)
                    .header("Accept", "application/json")
                    .timeout(PATIENCE)
                    .build();
            asked.put(
                    neighbour,
                    client.sendAsync(question, BodyHandlers.ofString())
                            .thenApply(Neighbours::good)
                            .exceptionally(_ -> Optional.empty()));
        }
        Map<Neighbour, Optional<String>> answers = new EnumMap<>(Neighbour.class);
        asked.forEach((neighbour, answer) -> answers.put(neighbour, answer.join()));
        return answers;
    }

    private static Optional<String> good(HttpResponse<String> answer) {
        return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }
}
