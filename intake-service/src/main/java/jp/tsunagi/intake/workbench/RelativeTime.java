package jp.tsunagi.intake.workbench;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.tsunagi.platform.page.JapanTime;

/** How long ago something was, and how long there is left, as people say it; the exact time is told beside it. */
record RelativeTime(Instant now, QueueMessages texts, Locale locale) {

    private static final Duration SOON = Duration.ofHours(2);

    enum Haste {
        LATE,
        SOON,
        LATER
    }

    public Haste haste(Instant due) {
        if (due.isBefore(now)) {
            return Haste.LATE;
        }
        return due.isBefore(now.plus(SOON)) ? Haste.SOON : Haste.LATER;
    }

    /** The time of day, for what happens today. */
    public String clock(Instant at) {
        return JapanTime.clock(at);
    }

    /** Minutes and hours of the last half day, else yesterday's time or the day. */
    public String ago(Instant past) {
        Duration age = Duration.between(past, now);
        if (age.toMinutes() < 1) {
            return texts.justNow();
        }
        if (age.toHours() < 1) {
            return texts.minutesAgo(age.toMinutes());
        }
        return age.toHours() < 12 ? texts.hoursAgo(age.toHours()) : day(past);
    }

    /** What is left, or by how much it is late. */
    public String left(Instant due) {
        Duration left = Duration.between(now, due);
        if (left.isNegative()) {
            Duration late = left.negated();
            if (late.toHours() < 1) {
                return texts.minutesLate(Math.max(1, late.toMinutes()));
            }
            return late.toDays() < 1 ? texts.hoursLate(late.toHours()) : texts.daysLate(late.toDays());
        }
        if (left.toHours() < 1) {
            return texts.minutesLeft(left.toMinutes());
        }
        return isToday(due) ? texts.hoursLeft(left.toHours()) : day(due);
    }

    /** Until when, as far as {@link #left} does not say it. */
    public String until(Instant due) {
        if (!left(due).equals(day(due))) {
            return texts.until(day(due));
        }
        return texts.until(daysAhead(due) == 1 ? date(due) : clock(due));
    }

    private String day(Instant at) {
        return switch ((int) daysAhead(at)) {
            case -1 -> texts.yesterday(clock(at));
            case 0 -> texts.today(clock(at));
            case 1 -> texts.tomorrow(clock(at));
            default -> date(at);
        };
    }

    private String date(Instant at) {
        return DateTimeFormatter.ofPattern(texts.dayPattern(), locale).format(at.atZone(JapanTime.ZONE));
    }

    private boolean isToday(Instant at) {
        return daysAhead(at) == 0;
    }

    private long daysAhead(Instant at) {
        return JapanTime.daysBetween(now, at);
    }
}
