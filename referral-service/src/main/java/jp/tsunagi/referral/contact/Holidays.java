package jp.tsunagi.referral.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The national holidays as far as they are published: holidays.json, with its source and the day we last checked it. */
public final class Holidays {

    /** Offices of the state rest on these days: Act on Holidays of Administrative Organs (1988 No. 91), article 1, in force since 1989-01-01. */
    private static final MonthDay YEAR_END = MonthDay.of(12, 29);

    private static final MonthDay NEW_YEAR = MonthDay.of(1, 3);

    private record Published(LocalDate from, LocalDate until, Set<LocalDate> days, LocalDate asOf, String source) {}

    private final Published published;

    private Holidays(Published published) {
        this.published = published;
    }

    public static Holidays published() {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        try (InputStream file = Holidays.class.getResourceAsStream("/holidays.json")) {
            return new Holidays(json.readValue(file, Published.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the date may be: one kind of day, or two when nobody has published yet whether it is a holiday. */
    Set<Day> kindsOf(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        if (!day.isBefore(YEAR_END) || !day.isAfter(NEW_YEAR)) {
            return Set.of(Day.YEAR_END);
        }
        if (date.isBefore(published.from) || date.isAfter(published.until)) {
            return Set.of(Day.ofWeek(date), Day.HOLIDAY);
        }
        return Set.of(published.days.contains(date) ? Day.HOLIDAY : Day.ofWeek(date));
    }
}
