package jp.tsunagi.referral.disclosure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of what the consulter told that may be passed on or kept back, one by one. */
public enum Field {
    NARRATIVE("narrative"),
    URLS("urls"),
    CALL_NAME("callName"),
    CONTACT("contact");

    private final String wire;

    Field(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public static Optional<Field> of(String wire) {
        return Stream.of(values()).filter(field -> field.wire.equals(wire)).findFirst();
    }
}
