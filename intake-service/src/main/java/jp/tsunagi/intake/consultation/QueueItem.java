package jp.tsunagi.intake.consultation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.UrgencyRule;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/** One line of the queue: no name, no text. */
public record QueueItem(
        UUID id,
        long version,
        String receiptNumber,
        ConsultationStatus status,
        String assignee,
        @JsonUnwrapped CaseClassification classification,
        @JsonUnwrapped Assessment assessment,
        @Nullable String returnDesk,
        @Nullable DeskReason returnReason,
        Instant receivedAt,
        Instant changedAt) {

    /** As the query in {@link ConsultationRows} selects it. */
    QueueItem(
            UUID id,
            long version,
            String receiptNumber,
            ConsultationStatus status,
            String assignee,
            Wish wish,
            ConsulterType consulterType,
            AgeBand ageBand,
            List<Category> categories,
            Urgency urgency,
            List<UrgencyRule> urgencyReasons,
            @Nullable String returnDesk,
            @Nullable String returnReason,
            Instant receivedAt,
            Instant changedAt) {
        this(
                id,
                version,
                receiptNumber,
                status,
                assignee,
                new CaseClassification(wish, consulterType, ageBand, new LinkedHashSet<>(categories)),
                new Assessment(urgency, urgencyReasons),
                returnDesk,
                DeskReason.of(returnReason),
                receivedAt,
                changedAt);
    }
}
