package jp.tsunagi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The contracts of the events between services: an example and a JSON schema for each type. A producer's test compares
 * what it writes with the example, a consumer's test is fed with it, and both are checked against the schema.
 */
public final class EventExamples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

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

        /** The same, of another aggregate of its kind. */
        public Example withKey(String key, long number) {
            String kind = subject.substring(0, subject.indexOf('/') + 1);
            return new Example(topic, type, source, kind + key, number, data);
        }
    }

    /** The example of a type; fails when it breaks its own schema. */
    public static Example read(String type) {
        JsonNode example = json(folder().resolve(type + ".json"));
        ObjectNode data = (ObjectNode) example.get("data");
        check(type, data);
        return new Example(
                example.get("topic").textValue(),
                example.get("type").textValue(),
                example.get("source").textValue(),
                example.get("subject").textValue(),
                example.get("sequence").longValue(),
                data);
    }

    /** Every type that has an example. */
    public static List<String> types() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fails when an event's data is not what the schema of its type describes. */
    public static void check(String type, JsonNode data) {
        Set<ValidationMessage> differences = SCHEMAS.getSchema(
                        json(folder().resolve("schemas").resolve(type + ".json")))
                .validate(data, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
        if (!differences.isEmpty()) {
            throw new AssertionError(type + ": " + differences);
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("tsunagi.root"), "docs", "events");
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no contract in " + file, unreadable);
        }
    }
}
