package jp.tsunagi.intake.deadline;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Monday to Friday without the days of public-holidays.txt. */
final class BusinessDays {

    private static final Set<LocalDate> HOLIDAYS =
            Lines.of("/public-holidays.txt").map(LocalDate::parse).collect(toUnmodifiableSet());

    private BusinessDays() {}

    static boolean includes(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !HOLIDAYS.contains(day);
    }

    /** The first business day after a day. */
    static LocalDate after(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!includes(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
