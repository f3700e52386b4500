package jp.tsunagi.gateway.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.tsunagi.gateway.Settings;

/** The whole API in one document, read from the services as they run. */
@Path("/openapi.json")
@PermitAll
@Singleton
class ApiResource {

    /** So that asking often does not mean asking three services often. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Neighbours neighbours;
    private final Settings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private Instant readAt = Instant.EPOCH;
    private ObjectNode last;

    ApiResource(Neighbours neighbours, Settings settings, ObjectMapper json, Clock clock) {
        this.neighbours = neighbours;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public synchronized JsonNode api() {
        Instant now = clock.instant();
        if (last == null || readAt.plus(FRESH).isBefore(now)) {
            last = read();
            readAt = now;
        }
        return last;
    }

    private ObjectNode read() {
        MergedApi merged = new MergedApi(settings.publicUrl().toString());
        neighbours.ask("/q/openapi?format=json").forEach((service, answer) -> {
            answer.ifPresentOrElse(text -> merged.add(service.word(), parsed(text)), () -> merged.miss(service.word()));
        });
        return merged.document();
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
