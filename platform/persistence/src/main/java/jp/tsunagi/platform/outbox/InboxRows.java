package jp.tsunagi.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The table of events that this service has processed. It is only inserted into, so it needs no entity. */
@ApplicationScoped
class InboxRows {

    private final EntityManager entities;

    InboxRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether exactly this event has been worked in before. */
    boolean holds(String source, String id, String fingerprint) {
        return !entities.createNativeQuery(
                        "select 1 from inbox where source = ?1 and event_id = ?2 and fingerprint = ?3")
                .setParameter(1, source)
                .setParameter(2, id)
                .setParameter(3, fingerprint)
                .getResultList()
                .isEmpty();
    }

    /** Inserts the event, or replaces one that only pretended to be it. */
    void insert(ReceivedEvent event, String fingerprint, Instant now) {
        entities.createNativeQuery("""
                        insert into inbox (source, event_id, type, fingerprint, received_at)
                        values (?1, ?2, ?3, ?4, ?5)
                        on conflict (source, event_id)
                        do update set type = ?3, fingerprint = ?4, received_at = ?5
                        """)
                .setParameter(1, event.source())
                .setParameter(2, event.id())
                .setParameter(3, event.type())
                .setParameter(4, fingerprint)
                .setParameter(5, now)
                .executeUpdate();
    }
}
