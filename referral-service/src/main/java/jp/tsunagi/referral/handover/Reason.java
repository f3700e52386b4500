package jp.tsunagi.referral.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why a referral was refused, taken back, put aside or given up: a closed list, so that reasons can be counted. */
public enum Reason {
    NOT_IN_REMIT("not-in-remit"),
    OUT_OF_AREA("out-of-area"),
    AT_CAPACITY("at-capacity"),
    INSUFFICIENT_INFORMATION("insufficient-information"),
    DUPLICATE("duplicate"),
    CONSENT_MISSING("consent-missing"),
    BASIS_INSUFFICIENT("basis-insufficient"),
    LABEL_NOT_ACCEPTABLE("label-not-acceptable"),
    ALREADY_HANDLED("already-handled"),
    EMERGENCY_DIVERTED_110("emergency-diverted-110"),
    CONTENT_ALREADY_REMOVED("content-already-removed"),
    SUBJECT_DECLINED("subject-declined"),
    SUBJECT_WITHDREW_CONSENT("subject-withdrew-consent"),
    CONTENT_REMOVED("content-removed"),
    NEEDS_MET_ELSEWHERE("needs-met-elsewhere"),
    SENT_IN_ERROR("sent-in-error"),
    WRONG_RECIPIENT("wrong-recipient"),
    NO_RESPONSE("no-response"),
    SUBJECT_UNREACHABLE("subject-unreachable"),
    PROVIDER_UNREACHABLE("provider-unreachable"),
    LEGALLY_IMPOSSIBLE("legally-impossible"),
    EVIDENCE_LOST("evidence-lost"),
    AWAITING_INFORMATION("awaiting-information"),
    AWAITING_SUBJECT("awaiting-subject"),
    AWAITING_THIRD_PARTY("awaiting-third-party"),
    AWAITING_COURT("awaiting-court"),
    CAPACITY("capacity"),
    OTHER("other");

    public static final Set<Reason> REJECTING = Set.copyOf(EnumSet.of(
            NOT_IN_REMIT,
            OUT_OF_AREA,
            AT_CAPACITY,
            INSUFFICIENT_INFORMATION,
            DUPLICATE,
            CONSENT_MISSING,
            BASIS_INSUFFICIENT,
            LABEL_NOT_ACCEPTABLE,
            ALREADY_HANDLED,
            EMERGENCY_DIVERTED_110,
            CONTENT_ALREADY_REMOVED,
            OTHER));
    public static final Set<Reason> WITHDRAWING = Set.copyOf(EnumSet.of(
            SUBJECT_DECLINED,
            SUBJECT_WITHDREW_CONSENT,
            CONTENT_REMOVED,
            NEEDS_MET_ELSEWHERE,
            SENT_IN_ERROR,
            WRONG_RECIPIENT,
            DUPLICATE,
            NO_RESPONSE,
            OTHER));
    public static final Set<Reason> FAILING =
            Set.copyOf(EnumSet.of(SUBJECT_UNREACHABLE, PROVIDER_UNREACHABLE, LEGALLY_IMPOSSIBLE, EVIDENCE_LOST, OTHER));
    public static final Set<Reason> HOLDING = Set.copyOf(
            EnumSet.of(AWAITING_INFORMATION, AWAITING_SUBJECT, AWAITING_THIRD_PARTY, AWAITING_COURT, CAPACITY, OTHER));

    private final String wire;

    Reason(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public static Optional<Reason> of(String wire) {
        return Stream.of(values()).filter(reason -> reason.wire.equals(wire)).findFirst();
    }
}
