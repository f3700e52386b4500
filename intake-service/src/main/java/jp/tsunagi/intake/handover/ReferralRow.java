package jp.tsunagi.intake.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What we know of one hand-over of one of our cases. */
@Entity
@Table(name = "referral")
class ReferralRow {

    @Id
    UUID id;

    UUID consultationId;
    String targetDesk;
    String status;
    long version;

    @Column(name = "is_open")
    boolean open;

    String reasonCode;
    String suggestedDesk;
    String[] outcomeCodes;
    String[] disclosedFields;
    String basisKind;
    UUID basisRecord;
    byte[] summary;
    String requestedBy;
    Instant requestedAt;
    Instant changedAt;

    Referral toDomain() {
        return new Referral(
                id,
                targetDesk,
                status,
                version,
                open,
                reasonCode,
                suggestedDesk,
                List.of(outcomeCodes),
                List.of(disclosedFields),
                basisKind,
                requestedBy,
                requestedAt,
                changedAt);
    }
}
