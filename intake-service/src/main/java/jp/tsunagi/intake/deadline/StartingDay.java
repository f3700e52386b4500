package jp.tsunagi.intake.deadline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day from which periods of the law run, as the consulter or a counsellor noted it. The last one about an event counts.
 *
 * @param targetId the place whose post it is about; null for the whole case
 * @param day null when the event did not happen after all
 * @param recordedBy name of the counsellor; empty for the consulter
 */
public record StartingDay(
        UUID id,
        StartingEvent event,
        @Nullable UUID targetId,
        @Nullable LocalDate day,
        String recordedBy,
        Instant recordedAt) {

    /** The day of an event that did happen. */
    public LocalDate happenedOn() {
        return requireNonNull(day);
    }
}
