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
                                    (topic, aggregate, event_id, type, headers, value, reason, parked_at)
                                values (?1, ?2, ?3, ?4, cast(?5 as json), ?6, ?7, ?8)
                                on conflict do nothing
                                """)
                        .setParameter(1, event.topic())
                        .setParameter(2, event.aggregate())
                        .setParameter(3, event.id())
                        .setParameter(4, event.type())
                        .setParameter(5, event.headers())
                        .setParameter(6, event.value())
                        .setParameter(7, event.reason())
                        .setParameter(8, now)
                        .executeUpdate()
                == 1;
    }

    /** @param headers all headers of the Kafka record, as a JSON object */
    record ParkedEvent(
            String topic, String aggregate, String id, String type, String headers, byte[] value, String reason) {}
}
