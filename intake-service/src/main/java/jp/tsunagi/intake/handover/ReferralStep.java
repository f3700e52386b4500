package jp.tsunagi.intake.handover;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** What can happen to a hand-over at the other side or at ours, by the codes of referral-service's commands. */
public enum ReferralStep implements Coded {
    SEND,
    APPROVE,
    ACKNOWLEDGE,
    ACCEPT,
    REJECT,
    WITHDRAW,
    ASK_INFORMATION,
    SUPPLY_INFORMATION,
    START,
    HOLD,
    RESUME,
    REPORT_PROGRESS,
    COMPLETE,
    FAIL,
    DECLINE_AFTER_ACCEPT,
    OFFER_RETURN,
    ACCEPT_RETURN,
    REQUEST_CANCEL,
    CONFIRM_CANCEL,
    REFUSE_CANCEL,
    ESCALATE,
    EXPIRE,
    RECALL,
    MARK_IN_ERROR,
    FORWARD,
    CANCEL_WITHOUT_CONSENT,
    MARK_CONSENT_WITHDRAWN,
    /** Something that a newer referral-service tells. */
    OTHER;

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
