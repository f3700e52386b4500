package jp.tsunagi.intake.submission;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import jp.tsunagi.platform.code.Coded;

/** The consulter's own answer to "are you, or is somebody, in danger right now?". */
public enum Danger implements Coded {
    YES,
    NO,
    UNKNOWN,
    UNANSWERED;

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT);

    @Override
    public String code() {
        return code;
    }
}
