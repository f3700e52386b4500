package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.platform.time.Day;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.platform.time.Opening;
import jp.tsunagi.platform.time.OpeningHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether somebody answers. 2026-11-23 is a holiday on a Monday; the 24th is an ordinary Tuesday. */
class OpeningHoursTest {

    private static final Set<Day> WEEKDAYS = EnumSet.range(Day.MON, Day.FRI);
    private static final Holidays HOLIDAYS = Holidays.published();

    private static final OpeningHours OFFICE = hours(Set.of(), new Opening(WEEKDAYS, "08:30", "17:15"));
    private static final OpeningHours EVENING =
            hours(Set.of(), new Opening(EnumSet.range(Day.MON, Day.HOLIDAY), "16:00", "21:00"));
    private static final OpeningHours NIGHT =
            hours(Set.of(Day.YEAR_END), new Opening(Set.of(Day.FRI, Day.HOLIDAY), "22:00", "02:00"));
    private static final OpeningHours ALWAYS = hours(Set.of(), new Opening(EnumSet.allOf(Day.class), "00:00", "00:00"));
    private static final OpeningHours TWICE = hours(
            Set.of(Day.HOLIDAY),
            new Opening(Set.of(Day.SAT), "10:00", "12:00"),
            new Opening(Set.of(Day.SAT), "13:00", "16:00"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:29:59, CLOSED, 2026-11-24T08:30",
        "2026-11-24T08:30, OPEN, 2026-11-24T17:15",
        "2026-11-24T17:14:59, OPEN, 2026-11-24T17:15",
        "2026-11-24T17:15, CLOSED, 2026-11-25T08:30",
        "2026-11-27T18:00, CLOSED, 2026-11-30T08:30",
        // a holiday on a Monday
        "2026-11-23T10:00, CLOSED, 2026-11-24T08:30",
        // the Act's days around New Year, the first of January included
        "2026-12-28T10:00, OPEN, 2026-12-28T17:15",
        "2026-12-29T10:00, CLOSED, 2027-01-04T08:30",
        "2027-01-01T10:00, CLOSED, 2027-01-04T08:30",
    })
    void anOfficeAnswersOnWeekdays(LocalDateTime moment, OpeningHours.State state, LocalDateTime changes) {
        assertEquals(new OpeningHours.Now(state, changes), OFFICE.at(moment, HOLIDAYS));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T21:59:59, CLOSED, 2026-11-27T22:00",
        "2026-11-27T22:00, OPEN, 2026-11-28T02:00",
        "2026-11-27T23:59:59, OPEN, 2026-11-28T02:00",
        "2026-11-28T00:00, OPEN, 2026-11-28T02:00",
        "2026-11-28T01:59:59, OPEN, 2026-11-28T02:00",
        "2026-11-28T02:00, CLOSED, 2026-12-04T22:00",
        // the night after a holiday belongs to the holiday
        "2026-11-24T01:00, OPEN, 2026-11-24T02:00",
        // the night after an ordinary Monday does not
        "2026-12-01T01:00, CLOSED, 2026-12-04T22:00",
    })
    void hoursOverMidnightBelongToTheDayTheyBeginOn(
            LocalDateTime moment, OpeningHours.State state, LocalDateTime changes) {
        assertEquals(new OpeningHours.Now(state, changes), NIGHT.at(moment, HOLIDAYS));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T00:00", "2026-11-23T23:59:59", "2027-01-01T00:00", "2027-05-03T12:00"})
    void whoAnswersAlwaysNeverCloses(LocalDateTime moment) {
        assertEquals(new OpeningHours.Now(OpeningHours.State.OPEN, null), ALWAYS.at(moment, HOLIDAYS));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T11:59:59, OPEN, 2026-11-28T12:00",
        "2026-11-28T12:30, CLOSED, 2026-11-28T13:00",
        "2026-11-28T16:00, CLOSED, 2026-12-05T10:00"
    })
    void aDayMayHaveHoursTwice(LocalDateTime moment, OpeningHours.State state, LocalDateTime changes) {
        assertEquals(new OpeningHours.Now(state, changes), TWICE.at(moment, HOLIDAYS));
    }

    @Test
    void whatNobodyToldUsIsUnknownAndNotClosed() {
        LocalDateTime holiday = LocalDateTime.parse("2026-11-23T10:00");

        assertEquals(new OpeningHours.Now(OpeningHours.State.UNKNOWN, null), TWICE.at(holiday, HOLIDAYS));
        assertEquals(
                new OpeningHours.Now(OpeningHours.State.UNKNOWN, null),
                hours(Set.of()).at(holiday, HOLIDAYS));
    }

    @Test
    void whetherItIsAHolidayIsUnknownUntilSomebodyPublishesIt() {
        LocalDateTime aFridayOf2028 = LocalDateTime.parse("2028-11-03T10:00");
        OpeningHours office = checkedOn(LocalDate.parse("2028-10-01"), OFFICE);
        OpeningHours evening = checkedOn(LocalDate.parse("2028-10-01"), EVENING);

        assertEquals(
                OpeningHours.State.UNKNOWN, office.at(aFridayOf2028, HOLIDAYS).state());
        assertEquals(
                OpeningHours.State.CLOSED,
                office.at(aFridayOf2028.withHour(7), HOLIDAYS).state());
        assertEquals(
                OpeningHours.State.OPEN,
                evening.at(aFridayOf2028.withHour(16), HOLIDAYS).state(),
                "either way");
    }

    @Test
    void whatWasCheckedLongAgoSaysNothingAboutNow() {
        LocalDateTime moment = LocalDateTime.parse("2026-11-24T10:00");

        OpeningHours aYearOld = checkedOn(LocalDate.parse("2025-11-24"), OFFICE);
        assertEquals(OpeningHours.State.OPEN, aYearOld.at(moment, HOLIDAYS).state());
        OpeningHours older = checkedOn(LocalDate.parse("2025-11-23"), OFFICE);
        assertEquals(OpeningHours.State.UNKNOWN, older.at(moment, HOLIDAYS).state());
    }

    private static OpeningHours hours(Set<Day> unknownDays, Opening... hours) {
        return new OpeningHours(List.of(hours), unknownDays, LocalDate.parse("2026-11-01"));
    }

    private static OpeningHours checkedOn(LocalDate day, OpeningHours of) {
        return new OpeningHours(of.hours(), of.unknownDays(), day);
    }
}
