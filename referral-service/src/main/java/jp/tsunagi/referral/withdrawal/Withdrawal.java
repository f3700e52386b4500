package jp.tsunagi.referral.withdrawal;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.referral.disclosure.LegalBasis;
import org.jspecify.annotations.Nullable;

/** A person took back the consent to give a consultation to a desk. */
public record Withdrawal(UUID consultationId, String targetDesk, UUID consentId, Instant at) {

    /** Whether a disclosure on this basis goes on: the person agreed anew after taking the consent back. */
    boolean spares(@Nullable LegalBasis basis) {
        return basis != null
                && basis.ground().isConsent()
                && basis.givenAt() != null
                && basis.givenAt().isAfter(at)
                && !consentId.toString().equals(basis.recordId());
    }
}
