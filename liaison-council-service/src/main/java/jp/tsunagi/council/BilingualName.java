package jp.tsunagi.council;

import java.util.Locale;

/** A name that its owner gives in Japanese and in English; readers of any other language get the Japanese one. */
public record BilingualName(String ja, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : ja;
    }
}
