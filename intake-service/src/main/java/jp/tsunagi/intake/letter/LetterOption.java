package jp.tsunagi.intake.letter;

import jp.tsunagi.platform.code.Coded;

/** What can be ticked in a letter. */
public enum LetterOption implements Coded {
    // Who applies.
    SELF,
    /** The legal representative of somebody under age. */
    GUARDIAN,
    /** A lawyer, or somebody with a letter of attorney. */
    AGENT,
    /** A relative of somebody who has died. */
    BEREAVED,

    // Whether the sender may be told the name.
    NAME_HIDDEN,
    NAME_SHOWN,

    // Why the sender must be known.
    DAMAGES,
    APOLOGY,
    INJUNCTION,
    REMOVAL_BY_SENDER,
    OTHER_PURPOSE,

    // What is to be disclosed.
    SENDER_NAME,
    SENDER_ADDRESS,
    SENDER_PHONE,
    SENDER_MAIL,
    IP_ADDRESS,
    ACCOUNT_ID,
    SIM_NUMBER,
    TIMESTAMP,

    // What the sender must not be shown.
    WITHHOLD_NAME,
    WITHHOLD_REASON,
    WITHHOLD_EVIDENCE;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
