package jp.tsunagi.platform.time;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * Hours of some days. When they end before they begin, they end on the next day; when both are the same, they last for a
 * whole day.
 */
public record Opening(
        @NotEmpty @Size(max = 9) Set<@NotNull Day> days,
        @NotNull @Pattern(regexp = TIME) String from,
        @NotNull @Pattern(regexp = TIME) String to) {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    public Opening {
        days = Day.inOrder(days);
    }

    LocalDateTime begins(LocalDate date) {
        return date.atTime(LocalTime.parse(from));
    }

    LocalDateTime ends(LocalDate date) {
        LocalDateTime sameDay = date.atTime(LocalTime.parse(to));
        return sameDay.isAfter(begins(date)) ? sameDay : sameDay.plusDays(1);
    }

    /** Whether the hours that begin on the date contain the moment, if the date is one of their days. */
    boolean covers(LocalDate date, LocalDateTime moment) {
        return !moment.isBefore(begins(date)) && moment.isBefore(ends(date));
    }
}
