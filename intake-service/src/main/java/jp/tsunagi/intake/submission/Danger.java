package jp.tsunagi.intake.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The consulter's own answer to "are you, or is somebody, in danger right now?". */
public enum Danger {
    YES,
    NO,
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Danger> of(String code) {
        return Arrays.stream(values())
                .filter(danger -> danger.code().equals(code))
                .findAny();
    }
}
