package jp.tsunagi.intake.consultation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.triage.Assessment;

/** One line of the queue: no name, no text. */
public record QueueItem(
        UUID id,
        long version,
        String receiptNumber,
        @JsonUnwrapped CaseState state,
        @JsonUnwrapped CaseClassification classification,
        @JsonUnwrapped Assessment assessment) {}
