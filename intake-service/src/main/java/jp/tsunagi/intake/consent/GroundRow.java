package jp.tsunagi.intake.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.vocabulary.Ground;

/** One hand-over without consent; the reason is sealed, because people write names into it. */
@Entity
@Table(name = "legal_ground")
class GroundRow {

    @Id
    UUID id;

    UUID consultationId;
    String recipient;

    @Enumerated(EnumType.STRING)
    Ground kind;

    byte[] reason;
    UUID approvalId;
    String recordedBy;
    Instant recordedAt;
}
