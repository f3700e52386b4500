package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Label;
import jp.tsunagi.vocabulary.Urgency;

/**
 * A case handed over. What the desk may know travels inside {@code sealedPackage}, which only referral-service can
 * open; the rest are codes. Whoever can write to the broker could have written them, so the receiver believes only
 * {@code statement}, a signed {@link HandoverStatement}.
 */
record HandoverEvent(
        String referralId,
        String consultationId,
        @JsonUnwrapped Details details,
        @JsonUnwrapped Disclosure disclosure,
        String requestedBy,
        String sealedPackage,
        String statement,
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

    record Disclosure(Label label, List<Field> disclosedFields) {}
}
