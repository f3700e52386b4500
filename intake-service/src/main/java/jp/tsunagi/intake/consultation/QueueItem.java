package jp.tsunagi.intake.consultation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.triage.Assessment;

/**
 * One line of the queue: no name, no text.
 *
 * @param toldAt when the person last told something
 * @param news whether the reader of the list has not looked at the case since
 */
public record QueueItem(
        UUID id,
        long version,
        String receiptNumber,
        @JsonIgnore short queueRank,
        Instant toldAt,
        boolean news,
        @JsonUnwrapped CaseState state,
        @JsonUnwrapped CaseClassification classification,
        @JsonUnwrapped Assessment assessment) {}
