package jp.tsunagi.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import jp.tsunagi.platform.commit.PendingRows;

/** The table of events that this service has processed. It is only inserted into, so it needs no entity. */
@ApplicationScoped
class InboxRows {

    private static final PendingRows.Kind ROW = new PendingRows.Kind(
            "received",
            "insert into inbox (source, event_id, type, fingerprint, received_at) values ",
            "(?, ?, ?, ?, ?::timestamptz)",
            """
             on conflict (source, event_id) do update
                set type = excluded.type, fingerprint = excluded.fingerprint, received_at = excluded.received_at""");

    private final EntityManager entities;
    private final PendingRows pending;

    InboxRows(EntityManager entities, PendingRows pending) {
        this.entities = entities;
        this.pending = pending;
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
        pending.add(ROW, event.source(), event.id(), event.type(), fingerprint, now.toString());
    }
}
