package jp.tsunagi.referral.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@NullUnmarked
@Table(name = "approval")
class ApprovalRow {

    @Id
    UUID id;

    UUID referralId;

    @Enumerated(EnumType.STRING)
    ApprovalDecision decision;

    String account;
    String accountName;
    String role;
    byte[] reasonKey;
    byte[] reason;
    Instant at;

    String record() {
        return "approval/" + id;
    }
}
