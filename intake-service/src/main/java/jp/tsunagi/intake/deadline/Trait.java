package jp.tsunagi.intake.deadline;

import jp.tsunagi.platform.code.Coded;

/** What decides beside the event which period runs. */
public enum Trait implements Coded {
    /** The service was designated as a large one on the day of the event. */
    DESIGNATED,
    NOT_DESIGNATED,
    ELECTION,
    SEXUAL_IMAGE;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
