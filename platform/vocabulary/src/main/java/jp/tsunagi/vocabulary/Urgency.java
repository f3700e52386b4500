package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import jp.tsunagi.platform.code.Coded;

/** How soon a person must look: within minutes, the same business day, in three business days, when there is time. */
public enum Urgency implements Coded {
    EMERGENCY,
    HIGH,
    NORMAL,
    LOW;

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT);

    @Override
    public String code() {
        return code;
    }
}
