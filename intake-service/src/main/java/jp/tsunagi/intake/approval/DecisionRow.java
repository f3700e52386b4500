package jp.tsunagi.intake.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a second person decided on one request, and why (sealed). The table is only added to. */
@Entity
@Table(name = "approval_decision")
class DecisionRow {

    @Id
    UUID approvalId;

    @Enumerated(EnumType.STRING)
    Approval.Verdict verdict;

    byte[] reason;
    String decidedBy;
    String decidedRole;
    Instant decidedAt;
}
