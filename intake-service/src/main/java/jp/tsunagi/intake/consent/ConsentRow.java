package jp.tsunagi.intake.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** One answer, or one open question, of a consulter. */
@Entity
@Table(name = "consent")
class ConsentRow {

    @Id
    UUID id;

    UUID consultationId;
    String purpose;
    String recipient;

    @Enumerated(EnumType.STRING)
    List<Field> fields;

    String textVersion;

    @Enumerated(EnumType.STRING)
    Consent.Decision decision;

    @Enumerated(EnumType.STRING)
    Consent.How how;

    Instant askedAt;

    @Nullable
    Instant decidedAt;

    String recordedBy;

    void store(Consent consent) {
        id = consent.id();
        consultationId = consent.consultation();
        purpose = Consent.PURPOSE;
        recipient = consent.recipient();
        fields = List.copyOf(consent.fields());
        textVersion = consent.scope().textVersion();
        decision = consent.decision();
        how = consent.how();
        askedAt = consent.askedAt();
        decidedAt = consent.decidedAt();
        recordedBy = consent.recordedBy();
    }

    Consent toDomain() {
        return new Consent(
                id,
                consultationId,
                new Consent.Scope(recipient, Set.copyOf(fields), textVersion),
                decision,
                how,
                askedAt,
                decidedAt,
                recordedBy);
    }
}
