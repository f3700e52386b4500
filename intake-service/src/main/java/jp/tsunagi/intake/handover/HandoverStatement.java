package jp.tsunagi.intake.handover;

import java.time.Instant;
import java.util.List;

/**
 * What intake signs about a hand-over: who gives which fields to whom, and why that is allowed. Referral-service
 * believes it and not the event around it.
 *
 * @param disclosedFields codes, sorted
 * @param contentHash SHA-256 over the package before it was sealed, base64
 */
record HandoverStatement(
        String consultationId,
        String originAgency,
        String originDesk,
        String targetDesk,
        RecordedBasis basis,
        List<String> disclosedFields,
        String contentHash,
        String requestedBy,
        Instant at) {

    static final String TYPE = "handover+jwt";

    /** What a statement is about. */
    static String subject(String referral) {
        return "referral/" + referral;
    }
}
