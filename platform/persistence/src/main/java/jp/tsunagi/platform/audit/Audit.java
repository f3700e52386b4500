package jp.tsunagi.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jp.tsunagi.platform.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who did, saw or was refused what, when and why. Holds no content: only names of actions and identifiers. The
 * application role may add and read rows, never change or remove them.
 */
@ApplicationScoped
public class Audit {

    private final AuditRows rows;

    Audit(AuditRows rows) {
        this.rows = rows;
    }

    /**
     * Records what was done or seen, in the transaction that does or shows it.
     *
     * @param action for example {@code referral.accept}
     * @param object for example {@code referral/0199…}
     * @param reason a code, or null; never personal data
     */
    @Transactional(TxType.MANDATORY)
    public void record(Actor who, String action, String object, @Nullable String reason) {
        rows.insert(who, action, object, "done", reason, 1);
    }

    /** Records a refusal in a transaction of its own, because the refused one is rolled back. */
    @Transactional(TxType.REQUIRES_NEW)
    public void refused(Actor who, String action, String object, String code) {
        rows.insert(who, action, object, "refused", code, 1);
    }

    /** Records that the same was refused so many times since the last such row. */
    @Transactional(TxType.REQUIRES_NEW)
    void refused(Actor who, String action, int occurrences, String code) {
        rows.insert(who, action, "requests", "refused", code, occurrences);
    }
}
