package jp.tsunagi.platform.time;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kind of day in opening hours. A national holiday and the days around New Year are no weekdays. */
public enum Day {
    @JsonProperty("mon")
    MON,
    @JsonProperty("tue")
    TUE,
    @JsonProperty("wed")
    WED,
    @JsonProperty("thu")
    THU,
    @JsonProperty("fri")
    FRI,
    @JsonProperty("sat")
    SAT,
    @JsonProperty("sun")
    SUN,
    @JsonProperty("holiday")
    HOLIDAY,
    @JsonProperty("year-end")
    YEAR_END;

    /** Offices of the state rest on these days: Act on Holidays of Administrative Organs (1988 No. 91), article 1, in force since 1989-01-01. */
    private static final MonthDay FIRST_OF_YEAR_END = MonthDay.of(12, 29);

    private static final MonthDay LAST_OF_YEAR_END = MonthDay.of(1, 3);

    /** The same days in the order of a week, so that they are always written in the same way. */
    public static Set<Day> inOrder(@Nullable Set<Day> days) {
        Set<Day> ordered = EnumSet.noneOf(Day.class);
        if (days != null) {
            ordered.addAll(days);
        }
        return Collections.unmodifiableSet(ordered);
    }

    /** What the date may be: one kind of day, or two when nobody has published yet whether it is a holiday. */
    static Set<Day> kindsOf(LocalDate date, Holidays holidays) {
        MonthDay day = MonthDay.from(date);
        if (!day.isBefore(FIRST_OF_YEAR_END) || !day.isAfter(LAST_OF_YEAR_END)) {
            return Set.of(YEAR_END);
        }
        if (!holidays.know(date)) {
            return Set.of(ofWeek(date), HOLIDAY);
        }
        return Set.of(holidays.include(date) ? HOLIDAY : ofWeek(date));
    }

    private static Day ofWeek(LocalDate date) {
        return values()[date.getDayOfWeek().ordinal()];
    }
}
