package jp.tsunagi.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
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
 * Events that this service could not process, kept in order for each aggregate, and copied to the dead-letter topic
 * through the outbox so that an operator's alarm hears of them.
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

    /** Parks the record when an earlier one of its aggregate is parked; otherwise does nothing. */
    boolean parkBehind(ConsumerRecord<String, byte[]> record) {
        boolean blocked = rows.isParked(record.topic(), aggregate(record));
        if (blocked) {
            park(record, "parked-behind");
        }
        return blocked;
    }

    void park(ConsumerRecord<String, byte[]> record, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        String id = headers.getOrDefault("ce_id", record.partition() + ":" + record.offset());
        ParkedEvent event = new ParkedEvent(
                record.topic(),
                aggregate(record),
                id,
                headers.getOrDefault("ce_type", ""),
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

    private static String aggregate(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? record.partition() + ":" + record.offset() : record.key();
    }
}
