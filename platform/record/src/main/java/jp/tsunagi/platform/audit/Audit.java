package jp.tsunagi.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.identity.Actor;

/**
 * Who did, saw or was refused what, when and why. Holds no content: only names of actions and identifiers. The
 * application role may add and read rows, never change or remove them.
 */
@ApplicationScoped
public class Audit {

    private final EntityManager entities;
    private final Clock clock;

    Audit(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Records what was done or seen, in the transaction that does or shows it.
     *
     * @param action for example {@code referral.accept}
     * @param object for example {@code referral/0199…}
     * @param reason a code, or null; never personal data
     */
    @Transactional(TxType.MANDATORY)
    public void record(Actor who, String action, String object, String reason) {
        append(who, action, object, "done", reason);
    }

    /** Records a refusal in a transaction of its own, because the refused one is rolled back. */
    @Transactional(TxType.REQUIRES_NEW)
    void refused(Actor who, String action, String object, String code) {
        append(who, action, object, "refused", code);
    }

    private void append(Actor who, String action, String object, String result, String reason) {
        entities.createNativeQuery("""
                        insert into audit (at, actor, agency, action, object, result, reason, request_id)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, clock.instant())
                .setParameter(2, who.id())
                .setParameter(3, who.agency())
                .setParameter(4, action)
                .setParameter(5, object)
                .setParameter(6, result)
                .setParameter(7, reason)
                .setParameter(8, Correlation.current())
                .executeUpdate();
    }
}
