package jp.tsunagi.referral.withdrawal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@NullUnmarked
@Table(name = "withdrawn_consent")
class WithdrawnConsentRow {

    @Id
    UUID id;

    UUID consentId;
    UUID consultationId;
    String targetDesk;
    Instant withdrawnAt;

    /** What intake signed, for whoever asks later why a referral was cancelled. */
    String statement;

    Withdrawal toDomain() {
        return new Withdrawal(consultationId, targetDesk, consentId, withdrawnAt);
    }
}
