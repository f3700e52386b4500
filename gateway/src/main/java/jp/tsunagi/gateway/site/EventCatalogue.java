package jp.tsunagi.gateway.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The events of the platform with the examples that its own tests are held to (docs/events). */
@ApplicationScoped
class EventCatalogue {

    /** One kind of event. */
    @TemplateData
    record Kind(String type, String topic, String data) {}

    private final List<Kind> kinds;

    EventCatalogue(ObjectMapper json) {
        List<Kind> found = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths("docs/events", folder -> read(folder, json, found));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.sort(Comparator.comparing(Kind::type));
        this.kinds = List.copyOf(found);
    }

    List<Kind> kinds() {
        return kinds;
    }

    private static void read(Path folder, ObjectMapper json, List<Kind> into) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                JsonNode example = json.readTree(Files.readString(file));
                into.add(new Kind(
                        example.path("type").asText(),
                        example.path("topic").asText(),
                        example.path("data").toPrettyString()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
