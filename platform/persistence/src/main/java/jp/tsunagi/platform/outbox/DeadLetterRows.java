package jp.tsunagi.platform.outbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The table of parked events. */
@ApplicationScoped
class DeadLetterRows implements PanacheRepositoryBase<DeadLetterRow, Long> {

    void forget(String topic, String aggregate) {
        delete("topic = ?1 and aggregate = ?2", topic, aggregate);
    }

    /** Inserts the event; false when it is there. */
    boolean insertIfAbsent(ParkedEvent event, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into dead_letter
                                    (topic, aggregate, event_id, fingerprint, type, headers, value, reason, parked_at)
                                values (?1, ?2, ?3, ?4, ?5, cast(?6 as json), ?7, ?8, ?9)
                                on conflict do nothing
                                """)
                        .setParameter(1, event.topic())
                        .setParameter(2, event.aggregate())
                        .setParameter(3, event.id())
                        .setParameter(4, event.fingerprint())
                        .setParameter(5, event.type())
                        .setParameter(6, event.headers())
                        .setParameter(7, event.value())
                        .setParameter(8, event.reason())
                        .setParameter(9, now)
                        .executeUpdate()
                == 1;
    }

    /** @param headers all headers of the Kafka record, as a JSON object */
    record ParkedEvent(
            String topic,
            String aggregate,
            String id,
            String fingerprint,
            String type,
            String headers,
            byte[] value,
            String reason) {}
}
