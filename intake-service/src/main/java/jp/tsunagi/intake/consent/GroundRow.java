package jp.tsunagi.intake.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One hand-over without consent; the reason is sealed, because people write names into it. */
@Entity
@Table(name = "ground")
class GroundRow {

    @Id
    UUID id;

    UUID consultationId;
    String recipient;
    String kind;
    byte[] reason;
    String approvedBy;
    String recordedBy;
    Instant recordedAt;
}
