package jp.tsunagi.platform.time;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import jp.tsunagi.platform.code.Json;

/** The national holidays as far as they are published: holidays.json, with its source and the day we last checked it. */
public final class Holidays {

    private record Published(LocalDate from, LocalDate until, Set<LocalDate> days, LocalDate asOf, String source) {}

    private final Published published;

    private Holidays(Published published) {
        this.published = published;
    }

    public static Holidays published() {
        return new Holidays(Json.published("/holidays.json", Published.class));
    }

    /** Whether a day is known to be one. */
    public boolean include(LocalDate date) {
        return published.days.contains(date);
    }

    /** All that are published, in their order. */
    public SortedSet<LocalDate> days() {
        return new TreeSet<>(published.days);
    }

    /** Whether it is published which days around this one are holidays. */
    public boolean know(LocalDate date) {
        return !date.isBefore(published.from) && !date.isAfter(published.until);
    }
}
