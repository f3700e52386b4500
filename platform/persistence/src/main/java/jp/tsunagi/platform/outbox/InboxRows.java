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

    /** Inserts the event; false when it is there. */
    boolean insertIfAbsent(ReceivedEvent event, Instant now) {
        return entities.createNativeQuery("""
                                insert into inbox (source, event_id, type, received_at) values (?1, ?2, ?3, ?4)
                                on conflict do nothing
                                """)
                        .setParameter(1, event.source())
                        .setParameter(2, event.id())
                        .setParameter(3, event.type())
                        .setParameter(4, now)
                        .executeUpdate()
                == 1;
    }

    void flush() {
        entities.flush();
    }
}
