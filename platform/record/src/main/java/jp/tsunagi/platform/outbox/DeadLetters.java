package jp.tsunagi.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.platform.time.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events that this service could not work in, kept in order for each aggregate, and copied to the dead-letter topic
 * through the outbox so that an operator's alarm hears of them.
 */
@ApplicationScoped
class DeadLetters {

    private record Letter(String topic, int partition, long offset, String aggregate, String reason, String value) {}

    private final EntityManager entities;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;
    private final String service;

    DeadLetters(
            EntityManager entities,
            Outbox outbox,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.entities = entities;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.service = service;
    }

    /** Parks the record when an earlier one of its aggregate is parked; otherwise does nothing. */
    boolean parkBehind(ConsumerRecord<String, byte[]> record) {
        boolean blocked = !entities.createNativeQuery(
                        "select 1 from dead_letter where topic = ?1 and aggregate = ?2 limit 1")
                .setParameter(1, record.topic())
                .setParameter(2, aggregate(record))
                .getResultList()
                .isEmpty();
        if (blocked) {
            park(record, "parked-behind");
        }
        return blocked;
    }

    void park(ConsumerRecord<String, byte[]> record, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        String id = headers.getOrDefault("ce_id", record.partition() + ":" + record.offset());
        boolean added = entities.createNativeQuery("""
                                insert into dead_letter
                                    (topic, aggregate, event_id, type, headers, value, reason, parked_at)
                                values (?1, ?2, ?3, ?4, cast(?5 as json), ?6, ?7, ?8)
                                on conflict do nothing
                                """)
                        .setParameter(1, record.topic())
                        .setParameter(2, aggregate(record))
                        .setParameter(3, id)
                        .setParameter(4, headers.getOrDefault("ce_type", ""))
                        .setParameter(5, text(headers))
                        .setParameter(6, record.value())
                        .setParameter(7, reason)
                        .setParameter(8, clock.instant())
                        .executeUpdate()
                == 1;
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

    private String text(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
