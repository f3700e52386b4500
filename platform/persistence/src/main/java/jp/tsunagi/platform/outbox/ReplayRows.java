package jp.tsunagi.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The table of requests that the relay shall answer. */
@ApplicationScoped
class ReplayRows {

    private final EntityManager entities;

    ReplayRows(EntityManager entities) {
        this.entities = entities;
    }

    void insertIfAbsent(ReplayRequest request) {
        entities.createNativeQuery("""
                        insert into replay (topic, aggregate, fingerprint, missing) values (?1, ?2, ?3, ?4)
                        on conflict (topic, aggregate, fingerprint) do update set missing = replay.missing or ?4
                        """)
                .setParameter(1, request.topic())
                .setParameter(2, request.aggregate())
                .setParameter(3, request.fingerprint())
                .setParameter(4, request.missing())
                .executeUpdate();
    }
}
