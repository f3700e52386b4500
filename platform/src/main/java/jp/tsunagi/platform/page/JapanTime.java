package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.tsunagi.platform.language.Messages;

/** Dates and times as people in Japan read them: Japan's time, with the weekday, in the pattern of the page's language. */
@TemplateExtension
public final class JapanTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

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
