package jp.tsunagi.intake.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period that runs, and how its end was computed.
 *
 * @param event the day with which it began
 * @param lastDay it ends at the end of this day, in Japan
 * @param skipped days on which it would have ended and does not, because no court is open; the first one first
 */
public record LegalDeadline(LegalPeriod period, LocalDate event, LocalDate lastDay, List<LocalDate> skipped) {

    public LegalDeadline {
        skipped = List.copyOf(skipped);
    }

    /** The law that says it, by the name that it had on the day of the event; null where no law says it. */
    public @Nullable Law law() {
        return period.law() == null ? null : Law.named(period.law(), event);
    }

    public boolean isOver(LocalDate today) {
        return !today.isBefore(overFrom());
    }

    /** The first day on which nothing can be done any more. */
    public LocalDate overFrom() {
        return lastDay.plusDays(1L + period.end().daysAfter());
    }

    /** Whether it is late enough that somebody should act before all else. */
    public boolean isSoon(LocalDate today) {
        return !isOver(today) && !today.isBefore(soonFrom());
    }

    /** The first day on which it is. */
    public LocalDate soonFrom() {
        return lastDay.minusDays(period.end().daysBefore());
    }

    /** Days after today; 0 on the last one, negative after it. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, lastDay);
    }
}
