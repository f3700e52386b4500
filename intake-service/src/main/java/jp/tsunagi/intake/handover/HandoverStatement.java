package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * What intake signs about a hand-over: everything that its event says of the person and the desk, and why it is allowed.
 * Referral-service believes it and not the event around it.
 *
 * @param contentHash SHA-256 over the package before it was sealed, base64
 */
record HandoverStatement(
        String consultationId,
        @JsonUnwrapped HandoverEvent.Details details,
        @JsonUnwrapped HandoverEvent.Disclosure disclosure,
        RecordedBasis basis,
        String contentHash,
        String requestedBy,
        Instant at) {

    static final String TYPE = "handover+jwt";

    /** What a statement is about. */
    static String subject(String referral) {
        return "referral/" + referral;
    }
}
