package jp.tsunagi.intake.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A period that runs, and how its end was computed.
 *
 * @param event the day with which it began, which does not count
 * @param lastDay it ends at the end of this day, in Japan
 */
public record LegalDeadline(LegalPeriod period, LocalDate event, LocalDate lastDay) {

    /** Logs take weeks to be secured; everything else wants an answer within days. */
    private static final int SOON_FOR_LOGS = 60;

    private static final int SOON = 3;

    /** The law that says it, by the name that it had on the day of the event; null where no law says it. */
    public @Nullable Law law() {
        return period.law() == null ? null : Law.named(period.law(), event);
    }

    public boolean isOver(LocalDate today) {
        return today.isAfter(lastDay);
    }

    /** Whether it is late enough that somebody should act before all else. */
    public boolean isSoon(LocalDate today) {
        int soon = period.end() == PeriodEnd.LOGS || period.end() == PeriodEnd.RIGHT ? SOON_FOR_LOGS : SOON;
        return !isOver(today) && daysLeft(today) <= soon;
    }

    /** Days after today; 0 on the last one, negative after it. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, lastDay);
    }
}
