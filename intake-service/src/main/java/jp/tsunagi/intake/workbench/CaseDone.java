package jp.tsunagi.intake.workbench;

import jp.tsunagi.platform.code.Coded;

/** What a counsellor has just done to a case, said on the page that follows. */
public enum CaseDone implements Coded {
    TAKE,
    ASSIGN,
    RELEASE,
    ANSWER,
    CLOSE,
    DECIDE,
    NOTE,
    TARGET,
    ASKED,
    CAME,
    DAY,
    DAY_BACK,
    LETTER,
    CONSENT,
    REFER,
    APPROVE,
    DECLINE,
    PASS_ON,
    /** Said to the desk, in referral-service. */
    SAID;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
