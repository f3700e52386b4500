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

    /**
     * What is known of an event.
     *
     * @param isParked whether it could not be worked in
     * @param isWorkedIn whether exactly this one was
     */
    record Known(boolean isParked, boolean isWorkedIn) {}

    /** Asked after the aggregate is locked: a statement does not see what was committed while it waited for a lock. */
    Known find(Link link, String source, String id) {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        select exists (select from dead_letter where topic = ?1 and aggregate = ?2 and fingerprint = ?5),
                               exists (select from inbox where source = ?3 and event_id = ?4 and fingerprint = ?5)
                        """, Object[].class)
                .setParameter(1, link.topic())
                .setParameter(2, link.aggregate())
                .setParameter(3, source)
                .setParameter(4, id)
                .setParameter(5, link.fingerprint())
                .getSingleResult();
        return new Known((Boolean) row[0], (Boolean) row[1]);
    }

    /** Inserts the event, or replaces one that only pretended to be it. */
    void insert(ReceivedEvent event, String fingerprint, Instant now) {
        pending.add(ROW, event.source(), event.id(), event.type(), fingerprint, now.toString());
    }
}
