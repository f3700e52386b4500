package jp.tsunagi.intake.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import jp.tsunagi.platform.page.JapanTime;

/** The editions of the text that asks for consent, each with the first day it was shown: consent-texts.properties. */
public final class TextEditions {

    private static final Map<String, LocalDate> FIRST_DAYS = read();

    private TextEditions() {}

    /** The edition that is shown in the mailbox and read out by counsellors at a moment. */
    public static String at(Instant moment) {
        return on(LocalDate.ofInstant(moment, JapanTime.ZONE));
    }

    static String on(LocalDate day) {
        return FIRST_DAYS.entrySet().stream()
                .filter(edition -> !edition.getValue().isAfter(day))
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalStateException("no consent text is in force on " + day))
                .getKey();
    }

    /** Whether somebody can have read this edition on that day. */
    public static boolean existed(String edition, LocalDate day) {
        LocalDate first = FIRST_DAYS.get(edition);
        return first != null && !first.isAfter(day);
    }

    private static Map<String, LocalDate> read() {
        Properties lines = new Properties();
        try (InputStream file = TextEditions.class.getResourceAsStream("/consent-texts.properties")) {
            lines.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, LocalDate> editions = new TreeMap<>();
        lines.stringPropertyNames()
                .forEach(edition -> editions.put(edition, LocalDate.parse(lines.getProperty(edition))));
        return editions;
    }
}
