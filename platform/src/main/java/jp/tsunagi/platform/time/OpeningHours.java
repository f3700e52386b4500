package jp.tsunagi.platform.time;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody answers, as it was on the day {@code asOf}.
 *
 * @param hours nothing is known without any
 * @param unknownDays days of which nobody has told us whether somebody answers; on all others it is closed outside hours
 */
public record OpeningHours(List<Opening> hours, Set<Day> unknownDays, LocalDate asOf) {

    /** Whether somebody answers; in the order in which a person in danger wants to read. */
    public enum State {
        OPEN,
        UNKNOWN,
        CLOSED
    }

    /**
     * Whether somebody answers now.
     *
     * @param changes when an open one closes, or when a closed one opens for certain; null when that is not within a week
     */
    @TemplateData
    public record Now(State state, @Nullable LocalDateTime changes) {}

    /** What we checked longer ago may have changed: it is shown with its date, and says nothing about now. */
    private static final int YEARS_WE_TRUST = 1;

    private static final int DAYS_AHEAD = 10;

    public OpeningHours {
        hours = List.copyOf(hours);
        unknownDays = Day.inOrder(unknownDays);
    }

    public boolean isOld(LocalDate today) {
        return asOf.plusYears(YEARS_WE_TRUST).isBefore(today);
    }

    /** Whether somebody answers at the moment, which is in Japan's time. */
    public Now at(LocalDateTime moment, Holidays holidays) {
        State now = stateAt(moment, holidays);
        if (now == State.UNKNOWN) {
            return new Now(now, null);
        }
        return new Now(
                now,
                boundariesAfter(moment)
                        .filter(next -> (stateAt(next, holidays) == State.OPEN) != (now == State.OPEN))
                        .findFirst()
                        .orElse(null));
    }

    private State stateAt(LocalDateTime moment, Holidays holidays) {
        LocalDate today = moment.toLocalDate();
        if (hours.isEmpty() || isOld(today)) {
            return State.UNKNOWN;
        }
        State sinceToday = stateOf(today, moment, holidays);
        LocalDate yesterday = today.minusDays(1);
        boolean lastsOverMidnight = hours.stream().anyMatch(one -> one.covers(yesterday, moment));
        if (sinceToday == State.OPEN || !lastsOverMidnight) {
            return sinceToday;
        }
        State sinceYesterday = stateOf(yesterday, moment, holidays);
        return sinceYesterday == State.CLOSED ? sinceToday : sinceYesterday;
    }

    /** By the hours that begin on the date. A date of an uncertain kind counts only as far as its kinds agree. */
    private State stateOf(LocalDate date, LocalDateTime moment, Holidays holidays) {
        List<State> possible = Day.kindsOf(date, holidays).stream()
                .map(kind -> stateOf(kind, date, moment))
                .distinct()
                .toList();
        return possible.size() == 1 ? possible.getFirst() : State.UNKNOWN;
    }

    private State stateOf(Day kind, LocalDate date, LocalDateTime moment) {
        if (hours.stream().anyMatch(one -> one.days().contains(kind) && one.covers(date, moment))) {
            return State.OPEN;
        }
        return unknownDays.contains(kind) ? State.UNKNOWN : State.CLOSED;
    }

    private Stream<LocalDateTime> boundariesAfter(LocalDateTime moment) {
        LocalDate yesterday = moment.toLocalDate().minusDays(1);
        return yesterday
                .datesUntil(yesterday.plusDays(DAYS_AHEAD))
                .flatMap(date -> hours.stream().flatMap(one -> Stream.of(one.begins(date), one.ends(date))))
                .filter(boundary -> boundary.isAfter(moment))
                .sorted(Comparator.naturalOrder())
                .distinct();
    }
}
