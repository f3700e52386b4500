package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import jp.tsunagi.platform.code.Coded;

/** What the consulter wants to happen: the first question of the ministries' guide to consultation desks. */
public enum Wish implements Coded {
    LISTEN,
    UNSURE,
    DELETE_SELF,
    DELETE_BY_OTHER,
    IDENTIFY,
    SAFETY,
    REFUND,
    STOP_HANDLING,
    RESPOND_NOTICE,
    REPORT_ONLY,
    /** The consulter did not say: no reader may take it for one of the others. */
    UNANSWERED;

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT);

    @Override
    public String code() {
        return code;
    }
}
