package jp.tsunagi.intake.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.submission.Field;

/** One answer, or one open question, of a consulter. */
@Entity
@Table(name = "consent")
class ConsentRow {

    @Id
    UUID id;

    UUID consultationId;
    String purpose;
    String recipient;
    String[] fields;
    String textVersion;
    String decision;
    String how;
    Instant askedAt;
    Instant decidedAt;
    String recordedBy;

    void store(Consent consent) {
        id = consent.id();
        consultationId = consent.consultation();
        purpose = Consent.PURPOSE;
        recipient = consent.recipient();
        fields = consent.fields().stream().map(Field::code).toArray(String[]::new);
        textVersion = consent.textVersion();
        decision = consent.decision().code();
        how = consent.how().code();
        askedAt = consent.askedAt();
        decidedAt = consent.decidedAt();
        recordedBy = consent.recordedBy();
    }

    Consent toDomain() {
        return new Consent(
                id,
                consultationId,
                recipient,
                Arrays.stream(fields).map(code -> Field.of(code).orElseThrow()).collect(Collectors.toSet()),
                textVersion,
                Consent.Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                Consent.How.valueOf(how.toUpperCase(Locale.ROOT)),
                askedAt,
                decidedAt,
                recordedBy);
    }
}
