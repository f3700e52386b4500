package jp.tsunagi.platform.language;

import io.quarkus.arc.Arc;
import io.quarkus.qute.i18n.Localized;
import java.util.Locale;

/** Gives Java code the message bundle of a language; templates get theirs from {@code PageLayout.show}. */
public final class Messages {

    private Messages() {}

    /** The bundle in the given language, or in the default language when there is no file for it. */
    public static <T> T in(Locale locale, Class<T> bundle) {
        var translated = Arc.container().instance(bundle, Localized.Literal.of(locale.toLanguageTag()));
        return translated.isAvailable()
                ? translated.get()
                : Arc.container().instance(bundle).get();
    }
}
