package jp.tsunagi.referral.details;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** Whether a consultation stays with the origin or moves to the target when the target accepts. */
public enum ReferralKind implements Coded {
    REFERRAL("referral"),
    TRANSFER("transfer");

    @EnumeratedValue
    private final String code;

    ReferralKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
