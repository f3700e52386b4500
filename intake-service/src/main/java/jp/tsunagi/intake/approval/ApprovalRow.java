package jp.tsunagi.intake.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.vocabulary.Ground;

/** One request for approval; what it is about is sealed. The table is only added to. */
@Entity
@Table(name = "approval")
class ApprovalRow {

    @Id
    UUID id;

    UUID consultationId;
    long caseVersion;
    String targetDesk;

    @Enumerated(EnumType.STRING)
    Ground ground;

    byte[] content;
    String requestedBy;
    String requestedByName;
    Instant requestedAt;
}
