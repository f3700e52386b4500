package jp.tsunagi.intake.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import jp.tsunagi.platform.time.Holidays;

/** Monday to Friday without the national holidays. */
final class BusinessDays {

    private static final Holidays HOLIDAYS = Holidays.published();

    private BusinessDays() {}

    static boolean includes(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !HOLIDAYS.include(day);
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
