package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** A part of what a consulter told us that can be passed on, or kept back, by itself. */
public enum Field implements Coded {
    NARRATIVE("narrative"),
    URLS("urls"),
    CALL_NAME("callName"),
    CONTACT("contact");

    @EnumeratedValue
    private final String code;

    Field(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
