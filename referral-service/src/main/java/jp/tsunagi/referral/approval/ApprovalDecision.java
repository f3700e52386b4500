package jp.tsunagi.referral.approval;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import jp.tsunagi.platform.code.Coded;

/** What a second account answered. */
public enum ApprovalDecision implements Coded {
    APPROVED,
    DECLINED;

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT);

    @Override
    public String code() {
        return code;
    }
}
