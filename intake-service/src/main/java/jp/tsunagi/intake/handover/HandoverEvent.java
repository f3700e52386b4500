package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import jp.tsunagi.vocabulary.Label;
import jp.tsunagi.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A case handed over. What the desk may know travels inside {@code sealedPackage}, which only referral-service can
 * open; the rest are codes.
 */
record HandoverEvent(
        String referralId,
        String consultationId,
        @JsonUnwrapped Details details,
        @JsonUnwrapped Disclosure disclosure,
        String requestedBy,
        String sealedPackage,
        Instant at) {

    static final String TOPIC = "tsunagi.handover";
    static final String TYPE = "jp.tsunagi.consultation.handed-over.v1";
    static final String KIND = "referral";

    /** Only the receiving agency. */
    static final Label LABEL = Label.AMBER_STRICT;

    record Details(
            String kind,
            @JsonUnwrapped Parties parties,
            @JsonUnwrapped CaseClassification classification,
            Urgency urgency) {}

    record Parties(String originAgency, String originDesk, String targetDesk) {}

    record Disclosure(Label label, Basis basis, List<Field> disclosedFields) {}

    /**
     * With consent: the text and the time. With another ground: who approved; the reason itself is free text that may
     * name people, so it stays sealed here under {@code recordId}.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Basis(
            Ground kind,
            String recordId,
            @Nullable String textVersion,
            @Nullable Instant givenAt,
            @Nullable String reason,
            @Nullable String approvedBy) {

        static final String REASON_AT_ORIGIN = "recorded-at-origin";
    }
}
