package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A case handed over. What the desk may know travels inside {@code sealedPackage}, which only referral-service can
 * open; the rest are codes.
 */
record HandoverEvent(
        String referralId,
        String consultationId,
        String kind,
        String originAgency,
        String originDesk,
        String targetDesk,
        List<String> categories,
        String wish,
        String consulterType,
        String ageBand,
        String urgency,
        String label,
        Basis basis,
        List<String> disclosedFields,
        String requestedBy,
        String sealedPackage,
        Instant at) {

    static final String TOPIC = "tsunagi.handover";
    static final String TYPE = "jp.tsunagi.consultation.handed-over.v1";

    /** Only the receiving agency (vocabulary.md 3.4). */
    static final String LABEL = "TLP:AMBER+STRICT";

    /**
     * With consent: the text and the time. With another ground: who approved; the reason itself is free text that may
     * name people, so it stays sealed here under {@code recordId}.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Basis(String kind, String recordId, String textVersion, Instant givenAt, String reason, String approvedBy) {

        static final String REASON_AT_ORIGIN = "recorded-at-origin";
    }
}
