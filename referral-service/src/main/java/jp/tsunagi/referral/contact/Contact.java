package jp.tsunagi.referral.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.qute.TemplateData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.vocabulary.Need;
import org.jspecify.annotations.Nullable;

/**
 * One telephone number or one form of a desk, for the person who needs help.
 *
 * @param forJa whom and what it is for, in a person's words
 * @param url where to write to it or read about it
 * @param hours when somebody answers; nothing is known without any
 * @param unknownDays days of which nobody has told us whether somebody answers; on all others it is closed outside hours
 * @param cost null when unknown
 * @param needs what it helps with, and how well
 * @param source where a reader can check all this, as of the day {@code asOf}
 */
public record Contact(
        @NotBlank @Size(max = 100) String nameJa,
        @NotBlank @Size(max = 100) String nameEn,
        @NotBlank @Size(max = 200) String forJa,
        @NotBlank @Size(max = 200) String forEn,
        @Nullable @Pattern(regexp = "#?[0-9][0-9-]{2,14}") String phone,
        @Nullable @Pattern(regexp = "https://[!-~]{3,290}") String url,
        @Size(max = 10) List<@NotNull @Valid Opening> hours,
        @Size(max = 9) Set<@NotNull Day> unknownDays,
        @Nullable Cost cost,
        @Size(max = 20) List<@NotNull @Valid Help> needs,
        @NotNull LocalDate asOf,
        @NotBlank @Size(max = 500) String source) {

    /** What a call or a message costs. */
    public enum Cost {
        @JsonProperty("free")
        FREE,
        @JsonProperty("call-charge")
        CALL_CHARGE
    }

    /** How well it fits a need; the best first. */
    public enum Fit {
        @JsonProperty("made-for-it")
        MADE_FOR_IT,
        @JsonProperty("helps-too")
        HELPS_TOO,
        @JsonProperty("shows-the-way")
        SHOWS_THE_WAY
    }

    /** A need that it helps with. */
    public record Help(@NotNull Need need, @NotNull Fit fit) {}

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

    public Contact {
        hours = hours == null ? List.of() : List.copyOf(hours);
        unknownDays = unknownDays == null ? Set.of() : Set.copyOf(unknownDays);
        needs = needs == null ? List.of() : List.copyOf(needs);
    }

    public String name(Locale locale) {
        return isJapanese(locale) ? nameJa : nameEn;
    }

    /** Whom and what it is for. */
    public String about(Locale locale) {
        return isJapanese(locale) ? forJa : forEn;
    }

    private static boolean isJapanese(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
    }

    /** How well it fits the need; empty when it does not help with it. */
    public Optional<Fit> fit(Need need) {
        return needs.stream().filter(one -> one.need() == need).map(Help::fit).findFirst();
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
