package jp.tsunagi.council.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published text that readers read no more. What was published before it stays hidden for good, also when a corrected
 * text has taken its place.
 *
 * @param restoredAt when a corrected text took its place; null while nothing is to be read
 */
public record TakeDown(
        TakeDownReason reason,
        String by,
        Instant at,
        @Nullable Instant restoredAt) {

    TakeDown restored(Instant now) {
        return restoredAt == null ? new TakeDown(reason, by, at, now) : this;
    }
}
