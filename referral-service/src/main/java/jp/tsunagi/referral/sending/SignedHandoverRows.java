package jp.tsunagi.referral.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** The table of what intake signed when it handed over. It is only inserted into, so it needs no entity. */
@ApplicationScoped
class SignedHandoverRows {

    private final EntityManager entities;

    SignedHandoverRows(EntityManager entities) {
        this.entities = entities;
    }

    void insert(UUID referral, String statement, Instant now) {
        entities.createNativeQuery("insert into signed_handover (referral_id, statement, at) values (?1, ?2, ?3)")
                .setParameter(1, referral)
                .setParameter(2, statement)
                .setParameter(3, now)
                .executeUpdate();
    }
}
