package jp.tsunagi.intake.consultation;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** Name of a {@link Consultation.Command}, as the timeline and the audit keep it. */
public enum CommandType implements Coded {
    TAKE,
    ASSIGN,
    RELEASE,
    ANSWER,
    HAND_OVER,
    ASK_APPROVAL,
    APPROVE,
    DECLINE,
    COME_BACK,
    STAY_AWAY,
    ARRIVE,
    PASS_ON,
    CONCLUDE,
    REPLY,
    REOPEN,
    WITHDRAW_CONSENT,
    DECIDE,
    RAISE_URGENCY,
    CLOSE;

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
