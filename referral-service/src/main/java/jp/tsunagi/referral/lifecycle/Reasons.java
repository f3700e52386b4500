package jp.tsunagi.referral.lifecycle;

import java.util.List;
import jp.tsunagi.vocabulary.ReasonCode;

/** The closed lists of reasons; a command takes one of them or none. */
public enum Reasons {
    NONE,
    REJECTING(
            ReasonCode.NOT_IN_REMIT,
            ReasonCode.OUT_OF_AREA,
            ReasonCode.AT_CAPACITY,
            ReasonCode.INSUFFICIENT_INFORMATION,
            ReasonCode.DUPLICATE,
            ReasonCode.CONSENT_MISSING,
            ReasonCode.BASIS_INSUFFICIENT,
            ReasonCode.LABEL_NOT_ACCEPTABLE,
            ReasonCode.ALREADY_HANDLED,
            ReasonCode.EMERGENCY_DIVERTED_110,
            ReasonCode.CONTENT_ALREADY_REMOVED,
            ReasonCode.OTHER),
    WITHDRAWING(
            ReasonCode.DUPLICATE,
            ReasonCode.SUBJECT_DECLINED,
            ReasonCode.SUBJECT_WITHDREW_CONSENT,
            ReasonCode.CONTENT_REMOVED,
            ReasonCode.NEEDS_MET_ELSEWHERE,
            ReasonCode.SENT_IN_ERROR,
            ReasonCode.WRONG_RECIPIENT,
            ReasonCode.NO_RESPONSE,
            ReasonCode.OTHER),
    FAILING(
            ReasonCode.SUBJECT_UNREACHABLE,
            ReasonCode.PROVIDER_UNREACHABLE,
            ReasonCode.LEGALLY_IMPOSSIBLE,
            ReasonCode.EVIDENCE_LOST,
            ReasonCode.OTHER),
    HOLDING(
            ReasonCode.AWAITING_INFORMATION,
            ReasonCode.AWAITING_SUBJECT,
            ReasonCode.AWAITING_THIRD_PARTY,
            ReasonCode.AWAITING_COURT,
            ReasonCode.CAPACITY,
            ReasonCode.OTHER);

    private final List<ReasonCode> codes;

    Reasons(ReasonCode... codes) {
        this.codes = List.of(codes);
    }

    public List<ReasonCode> codes() {
        return codes;
    }
}
