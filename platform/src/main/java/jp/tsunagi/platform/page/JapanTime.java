package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people in Japan read them: Japan's time, with the weekday. */
@TemplateExtension
public final class JapanTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter JA_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPAN);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("E d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private JapanTime() {}

    /** In a template: {@code {case.receivedAt.jst}}. */
    public static String jst(Instant instant, @TemplateAttribute("locale") Object locale) {
        var there = instant.atZone(ZONE);
        return isEnglish(locale)
                ? EN_DAY.format(there) + ", " + CLOCK.format(there) + " JST"
                : JA_DAY.format(there) + " " + CLOCK.format(there);
    }

    /** In a template: {@code {profile.asOf.jst}}. */
    public static String jst(LocalDate day, @TemplateAttribute("locale") Object locale) {
        return (isEnglish(locale) ? EN_DAY : JA_DAY).format(day);
    }

    private static boolean isEnglish(Object locale) {
        return locale != null && locale.toString().startsWith("en");
    }
}
