package jp.tsunagi.intake.triage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon a person must look: within minutes, the same business day, in three business days, when there is time. */
public enum Urgency {
    EMERGENCY,
    HIGH,
    NORMAL,
    LOW;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Urgency> of(String code) {
        return Arrays.stream(values())
                .filter(urgency -> urgency.code().equals(code))
                .findAny();
    }
}
