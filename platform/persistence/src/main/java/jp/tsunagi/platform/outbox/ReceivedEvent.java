package jp.tsunagi.platform.outbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** An event of another service (CloudEvents 1.0, binary mode), read. */
public record ReceivedEvent(
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant time,
        JsonNode data,
        ObjectMapper json) {

    /** The consumer's own, smaller view of the data: members it does not know are left aside. */
    public <T> T data(Class<T> view) {
        try {
            return json.readerFor(view)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(data);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ReceivedEvent read(ConsumerRecord<String, byte[]> record, ObjectMapper json) {
        try {
            return new ReceivedEvent(
                    required(record, "ce_id"),
                    required(record, "ce_source"),
                    required(record, "ce_type"),
                    required(record, "ce_subject"),
                    Long.parseLong(required(record, "ce_sequence")),
                    Instant.parse(required(record, "ce_time")),
                    json.readTree(record.value()),
                    json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = header(record, name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("event without " + name);
        }
        return value;
    }
}
