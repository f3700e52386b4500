package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** Why a referral was rejected, withdrawn, put on hold or failed: a closed list, so that reasons can be counted. */
public enum ReasonCode implements Coded {
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
    CONSENT_WITHDRAWN("consent-withdrawn"),
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

    @EnumeratedValue
    private final String code;

    ReasonCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
