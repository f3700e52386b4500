package jp.tsunagi.referral.desk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** How a referral can reach a desk (M1 to M5 of domain.md 2.2). */
public enum Mode {
    IN_PLATFORM("in-platform"),
    PRINT("print"),
    PHONE("phone"),
    CITIZEN_CARRIES("citizen-carries"),
    URL_ONLY("url-only");

    private final String wire;

    Mode(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public static Optional<Mode> of(String wire) {
        return Stream.of(values()).filter(mode -> mode.wire.equals(wire)).findFirst();
    }
}
