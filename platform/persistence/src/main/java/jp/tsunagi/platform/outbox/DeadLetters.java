package jp.tsunagi.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.outbox.DeadLetterRows.ParkedEvent;
import jp.tsunagi.platform.time.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events that this service could not process, copied to the dead-letter topic through the outbox so that an operator's
 * alarm hears of them. What follows a parked event waits at its owner: to process the aggregate again, an operator
 * deletes its rows here, and the next event or {@link Reconciliation} asks the owner.
 */
@ApplicationScoped
class DeadLetters {

    private record Letter(String topic, int partition, long offset, String aggregate, String reason, String value) {}

    private final DeadLetterRows rows;
    private final Outbox outbox;
    private final Json json;
    private final Clock clock;
    private final String service;

    DeadLetters(
            DeadLetterRows rows,
            Outbox outbox,
            Json json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.rows = rows;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.service = service;
    }

    /** An aggregate that goes on without its parked event shows that its owner never announced that one. */
    void forget(ConsumerRecord<String, byte[]> record) {
        rows.forget(record.topic(), aggregate(record));
    }

    void park(ConsumerRecord<String, byte[]> record, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), Headers.text(h)));
        ParkedEvent event = new ParkedEvent(
                record.topic(),
                aggregate(record),
                id(record),
                fingerprint(record),
                Headers.storable(Headers.of(record, "ce_type")),
                json.write(headers),
                record.value(),
                reason);
        boolean added = rows.insertIfAbsent(event, clock.instant());
        if (added) {
            String value = record.value() == null ? "" : Base64.getEncoder().encodeToString(record.value());
            outbox.append(new Event(
                    "tsunagi.dead-letter." + service,
                    "jp.tsunagi.platform.dead-letter.v1",
                    "dead-letter",
                    Ids.next().toString(),
                    1,
                    new Letter(record.topic(), record.partition(), record.offset(), aggregate(record), reason, value)));
        }
    }

    private static String fingerprint(ConsumerRecord<String, byte[]> record) {
        try {
            return Link.of(record).fingerprint();
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            return Fingerprint.NONE;
        }
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        String id = Headers.storable(Headers.of(record, "ce_id"));
        return id.isEmpty() ? place(record) : id;
    }

    private static String aggregate(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? place(record) : Headers.storable(record.key());
    }

    private static String place(ConsumerRecord<String, byte[]> record) {
        return record.partition() + ":" + record.offset();
    }
}
