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
import java.util.stream.IntStream;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** One question to a consulter, or one answer; the table is only added to. */
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

    /** Languages and texts in the same order: the sentence that was asked. */
    List<String> wordingLanguages;

    List<String> wordings;

    @Enumerated(EnumType.STRING)
    Consent.Decision decision;

    @Enumerated(EnumType.STRING)
    Consent.How how;

    Instant recordedAt;

    @Nullable
    Instant decidedAt;

    String recordedBy;

    @Nullable
    UUID aboutId;

    @Nullable
    UUID approvalId;

    static ConsentRow of(Consent consent) {
        ConsentRow row = new ConsentRow();
        row.id = consent.id();
        row.consultationId = consent.consultation();
        row.purpose = Consent.PURPOSE;
        row.recipient = consent.recipient();
        row.fields = List.copyOf(consent.fields());
        row.textVersion = consent.scope().textVersion();
        row.wordingLanguages =
                consent.wordings().stream().map(Wording::language).toList();
        row.wordings = consent.wordings().stream().map(Wording::text).toList();
        row.decision = consent.decision();
        row.how = consent.how();
        row.recordedAt = consent.recordedAt();
        row.decidedAt = consent.decidedAt();
        row.recordedBy = consent.recordedBy();
        row.aboutId = consent.about();
        row.approvalId = consent.approval();
        return row;
    }

    Consent toDomain() {
        return new Consent(
                id,
                consultationId,
                new Consent.Scope(recipient, Set.copyOf(fields), textVersion),
                IntStream.range(0, wordings.size())
                        .mapToObj(at -> new Wording(wordingLanguages.get(at), wordings.get(at)))
                        .toList(),
                decision,
                how,
                recordedAt,
                decidedAt,
                recordedBy,
                aboutId,
                approvalId);
    }
}
