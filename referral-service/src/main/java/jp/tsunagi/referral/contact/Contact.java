package jp.tsunagi.referral.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.platform.time.Day;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.platform.time.Opening;
import jp.tsunagi.platform.time.OpeningHours;
import jp.tsunagi.vocabulary.Fit;
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

    /** A need that it helps with. */
    public record Help(@NotNull Need need, @NotNull Fit fit) {}

    public Contact {
        hours = hours == null ? List.of() : List.copyOf(hours);
        unknownDays = Day.inOrder(unknownDays);
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
        return openingHours().isOld(today);
    }

    /** Whether somebody answers at the moment, which is in Japan's time. */
    public OpeningHours.Now at(LocalDateTime moment, Holidays holidays) {
        return openingHours().at(moment, holidays);
    }

    private OpeningHours openingHours() {
        return new OpeningHours(hours, unknownDays, asOf);
    }
}
