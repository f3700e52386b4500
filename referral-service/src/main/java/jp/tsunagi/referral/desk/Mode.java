package jp.tsunagi.referral.desk;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** How a referral can reach a desk. */
public enum Mode implements Coded {
    IN_PLATFORM("in-platform"),
    PRINT("print"),
    PHONE("phone"),
    CITIZEN_CARRIES("citizen-carries"),
    URL_ONLY("url-only");

    @EnumeratedValue
    private final String code;

    Mode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
