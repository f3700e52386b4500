package jp.tsunagi.intake.removal;

import jp.tsunagi.platform.code.Coded;

/** How a request to a provider stands. */
public enum RequestStatus implements Coded {
    WAITING,
    /** Nobody has answered although the law sets a day and it has passed, or nobody waits any more. */
    SILENT,
    /** The provider said that it needs longer. */
    EXTENDED,
    ANSWERED,
    ENTERED_IN_ERROR;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
