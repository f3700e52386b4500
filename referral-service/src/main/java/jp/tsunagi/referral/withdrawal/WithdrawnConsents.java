package jp.tsunagi.referral.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.disclosure.LegalBasis;
import org.jspecify.annotations.Nullable;

/** Consents that were taken back, kept because a hand-over on one of them may arrive later. */
@ApplicationScoped
public class WithdrawnConsents {

    private final WithdrawnConsentRows rows;

    WithdrawnConsents(WithdrawnConsentRows rows) {
        this.rows = rows;
    }

    /** Intake's word comes on one channel, in order, so nobody adds the same at the same time. */
    void add(Withdrawal withdrawal, String statement) {
        boolean isKnown = rows.findByConsultation(withdrawal.consultationId(), withdrawal.targetDesk()).stream()
                .anyMatch(row -> row.consentId.equals(withdrawal.consentId()));
        if (isKnown) {
            return;
        }
        WithdrawnConsentRow row = new WithdrawnConsentRow();
        row.id = Ids.next();
        row.consentId = withdrawal.consentId();
        row.consultationId = withdrawal.consultationId();
        row.targetDesk = withdrawal.targetDesk();
        row.withdrawnAt = withdrawal.at();
        row.statement = statement;
        rows.persist(row);
    }

    /** Whether a hand-over on this basis came too late; one on another ground than consent never does. */
    public boolean cover(UUID consultation, String targetDesk, @Nullable LegalBasis basis) {
        return basis != null
                && basis.ground().isConsent()
                && rows.findByConsultation(consultation, targetDesk).stream()
                        .anyMatch(row -> !row.toDomain().spares(basis));
    }
}
