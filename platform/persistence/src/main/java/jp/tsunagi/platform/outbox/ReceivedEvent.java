package jp.tsunagi.platform.outbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event of another service (CloudEvents 1.0, binary mode), read.
 *
 * @param first whether its aggregate had announced nothing before: a projection replaces what it holds
 * @param again whether its effect was applied before and is applied once more, because something that the owner never
 *     said had been worked in beside it ({@link Inbox#follow} only)
 */
public record ReceivedEvent(
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant time,
        JsonNode data,
        boolean first,
        boolean again,
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

    static ReceivedEvent read(ConsumerRecord<String, byte[]> record, boolean again, ObjectMapper json) {
        try {
            return new ReceivedEvent(
                    Headers.required(record, "ce_id"),
                    Headers.required(record, "ce_source"),
                    Headers.required(record, "ce_type"),
                    Headers.required(record, "ce_subject"),
                    Long.parseLong(Headers.required(record, "ce_sequence")),
                    Instant.parse(Headers.required(record, "ce_time")),
                    json.readTree(record.value()),
                    Headers.of(record, "ce_previous").equals(Fingerprint.NONE),
                    again,
                    json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
