package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import jp.tsunagi.platform.language.Messages;

/** Dates and times as people in Japan read them: Japan's time, with the weekday, in the pattern of the page's language. */
@TemplateExtension
public final class JapanTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private JapanTime() {}

    /** In a template: {@code {case.receivedAt.jst}}. */
    public static String jst(Instant instant, @TemplateAttribute("locale") Object locale) {
        Locale language = language(locale);
        return pattern(messages(language).timePattern(), language).format(instant.atZone(ZONE));
    }

    /** In a template: {@code {profile.asOf.jst}}. */
    public static String jst(LocalDate day, @TemplateAttribute("locale") Object locale) {
        Locale language = language(locale);
        return pattern(messages(language).dayPattern(), language).format(day);
    }

    /** The time of day. */
    public static String clock(Instant instant) {
        return CLOCK.format(instant.atZone(ZONE));
    }

    /**
     * A moment of Japan's time as somebody says it who waits for it, in a template {@code {hours.changes.soon(now)}}: the
     * time alone on the day itself. A day ends at 24:00 and not at 0:00 of the next.
     */
    public static String soon(LocalDateTime soon, LocalDateTime now, @TemplateAttribute("locale") Object locale) {
        if (soon.equals(now.toLocalDate().plusDays(1).atStartOfDay())) {
            return "24:00";
        }
        return soon.toLocalDate().equals(now.toLocalDate())
                ? soon.toLocalTime().toString()
                : jst(soon.atZone(ZONE).toInstant(), locale);
    }

    /** How many midnights lie between two moments; negative when the second is the earlier one. */
    public static long daysBetween(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(from, ZONE), LocalDate.ofInstant(to, ZONE));
    }

    private static LayoutMessages messages(Locale language) {
        return Messages.in(language, LayoutMessages.class);
    }

    private static DateTimeFormatter pattern(String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(pattern, language);
    }

    /** The reader's language, as a template hands it over. */
    public static Locale language(Object locale) {
        return locale instanceof Locale language ? language : Locale.JAPANESE;
    }
}
