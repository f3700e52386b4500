package jp.tsunagi.intake.removal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What came of a request; the reason is sealed. The table is only added to. */
@Entity
@Table(name = "provider_answer")
class ProviderAnswerRow {

    @Id
    UUID id;

    UUID consultationId;
    UUID requestId;

    @Enumerated(EnumType.STRING)
    AnswerResult result;

    LocalDate answeredOn;
    byte[] reason;
    String recordedBy;
    Instant recordedAt;
}
