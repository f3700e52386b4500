package jp.tsunagi.intake.deadline;

import jp.tsunagi.platform.code.Coded;

/** What the end of a period means. */
public enum PeriodEnd implements Coded {
    /** A provider may remove from then on without liability; an answer can be expected. */
    PROVIDER_ANSWER,
    /** A provider must have said what it decided. */
    PROVIDER_DUTY,
    /** Records of who wrote it may be gone. */
    LOGS,
    /** A right is lost. */
    RIGHT,
    /** The person must have answered. */
    OWN_ANSWER,
    /** Every hour counts from the event on. */
    ACT_NOW;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
