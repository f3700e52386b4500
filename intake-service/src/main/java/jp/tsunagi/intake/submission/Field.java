package jp.tsunagi.intake.submission;

import java.util.Arrays;
import java.util.Optional;

/** A part of what a consulter told us that can be passed on, or kept back, by itself. */
public enum Field {
    NARRATIVE("narrative"),
    URLS("urls"),
    CALL_NAME("callName"),
    CONTACT("contact");

    private final String code;

    Field(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Field> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findAny();
    }
}
