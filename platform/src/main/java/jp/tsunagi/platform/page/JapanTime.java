package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Instant;
import java.time.LocalDate;
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

    private static Locale language(Object locale) {
        return locale instanceof Locale language ? language : Locale.JAPANESE;
    }
}
