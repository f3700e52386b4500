package jp.tsunagi.gateway.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.tsunagi.gateway.Backend;
import jp.tsunagi.gateway.Settings;

/** Asks all services in parallel, with a short timeout. */
@ApplicationScoped
class Backends {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Settings settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Backends(Settings settings) {
        this.settings = settings;
    }

    /** Whether each service answered the path with 200. */
    Map<Backend, Boolean> check(String path) {
        Map<Backend, CompletableFuture<Boolean>> asked = new EnumMap<>(Backend.class);
        for (Backend backend : Backend.values()) {
            URI address = URI.create(settings.address(backend) + path);
            HttpRequest question = HttpRequest.newBuilder(address)
                    .header("Accept", "application/json")
                    .timeout(TIMEOUT)
                    .build();
            asked.put(
                    backend,
                    client.sendAsync(question, BodyHandlers.discarding())
                            .thenApply(answer -> answer.statusCode() == 200)
                            .exceptionally(_ -> false));
        }
        Map<Backend, Boolean> answers = new EnumMap<>(Backend.class);
        asked.forEach((backend, answer) -> answers.put(backend, answer.join()));
        return answers;
    }
}
