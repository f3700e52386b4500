package jp.tsunagi.intake.consultation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.triage.UrgencySuggestion;
import jp.tsunagi.platform.page.JapanTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of the queue: no name, no text.
 *
 * @param toldAt when the person last told something
 * @param news whether the reader of the list has not looked at the case since
 * @param dueAt by when the person should hear from us; null while it waits for somebody else
 * @param deadlineOn the end of the first period of the law that presses; null for none
 * @param assigneeName what people call the counsellor who works on it, empty for nobody
 */
public record QueueItem(
        UUID id,
        long version,
        String receiptNumber,
        @JsonIgnore short queueRank,
        Instant toldAt,
        boolean news,
        @Nullable Instant dueAt,
        @Nullable LocalDate deadlineOn,
        String assigneeName,
        @JsonUnwrapped CaseState state,
        @JsonUnwrapped CaseClassification classification,
        @JsonUnwrapped UrgencySuggestion suggestion) {

    /** The last minute of the deadline; only for a case that has one. */
    public Instant deadlineEnd() {
        return order().atTime(23, 59).atZone(JapanTime.ZONE).toInstant();
    }

    /** Where the case stands among those of its rank; without a deadline after all that have one. */
    LocalDate order() {
        return deadlineOn == null ? ConsultationRow.NO_DEADLINE : deadlineOn;
    }

    /** Whether the last that the person told is not the consultation itself. */
    public boolean hasReply() {
        return toldAt.isAfter(state.receivedAt());
    }
}
