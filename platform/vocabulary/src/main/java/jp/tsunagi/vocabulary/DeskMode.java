package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** How a referral can reach a desk. Only in-platform does it arrive by itself; in every other mode somebody carries it. */
public enum DeskMode implements Coded {
    IN_PLATFORM("in-platform"),
    PRINT("print"),
    PHONE("phone"),
    CITIZEN_CARRIES("citizen-carries"),
    URL_ONLY("url-only");

    @EnumeratedValue
    private final String code;

    DeskMode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public boolean arrivesByItself() {
        return this == IN_PLATFORM;
    }
}
