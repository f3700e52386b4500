package jp.tsunagi.intake.provider;

import jakarta.persistence.EnumeratedValue;
import java.time.Instant;
import jp.tsunagi.platform.code.Coded;

/**
 * A step in the history of a provider's entry.
 *
 * @param version of the entry since then
 * @param by the name of who did it
 */
public record ProviderChange(long version, Kind kind, String by, Instant at) {

    /** What was done. */
    public enum Kind implements Coded {
        /** A file brought it. */
        IMPORTED,
        /** Somebody changed what it says. */
        EDITED,
        /** Somebody looked, and it is still so. */
        CONFIRMED;

        @EnumeratedValue
        private final String code = Coded.kebab(name());

        @Override
        public String code() {
            return code;
        }
    }
}
