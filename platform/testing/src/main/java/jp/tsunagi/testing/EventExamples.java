package jp.tsunagi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The contracts in {@code docs/events}: one JSON example per event, read by the producer's and each consumer's test. */
public final class EventExamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventExamples() {}

    /**
     * One example.
     *
     * @param sequence version of the aggregate
     */
    public record Example(String topic, String type, String source, String subject, long sequence, ObjectNode data) {

        /** Identifier of the aggregate, which is the record key. */
        public String key() {
            return subject.substring(subject.indexOf('/') + 1);
        }
    }

    public static Example read(String type) {
        Path file = Path.of(System.getProperty("tsunagi.root"), "docs", "events", type + ".json");
        try {
            JsonNode example = JSON.readTree(file.toFile());
            return new Example(
                    example.get("topic").textValue(),
                    example.get("type").textValue(),
                    example.get("source").textValue(),
                    example.get("subject").textValue(),
                    example.get("sequence").longValue(),
                    (ObjectNode) example.get("data"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no contract for " + type, unreadable);
        }
    }
}
