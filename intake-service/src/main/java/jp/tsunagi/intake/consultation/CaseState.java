package jp.tsunagi.intake.consultation;

import java.time.Instant;
import jp.tsunagi.intake.desk.DeskReason;
import org.jspecify.annotations.Nullable;

/**
 * How a consultation stands, for the queue and for who opens the case.
 *
 * @param returned why it came back from a desk; null when it did not
 */
public record CaseState(
        ConsultationStatus status,
        String owner,
        String assignee,
        Consultation.@Nullable Return returned,
        Instant receivedAt,
        Instant changedAt) {

    /** As the queue selects it. */
    CaseState(
            ConsultationStatus status,
            String owner,
            String assignee,
            @Nullable String returnDesk,
            @Nullable String returnReason,
            @Nullable String returnSuggested,
            Instant receivedAt,
            Instant changedAt) {
        this(
                status,
                owner,
                assignee,
                returnDesk == null || returnReason == null
                        ? null
                        : new Consultation.Return(returnDesk, new DeskReason(returnReason), returnSuggested),
                receivedAt,
                changedAt);
    }
}
