package jp.tsunagi.intake.consultation;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.submission.Submission;

/**
 * What the person told in a case, and what they wrote later, without how to reach them.
 *
 * @param later the oldest first
 */
public record PastCase(UUID id, String receiptNumber, Submission told, List<String> later) {

    public PastCase {
        later = List.copyOf(later);
    }
}
