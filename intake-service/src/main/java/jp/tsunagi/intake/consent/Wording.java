package jp.tsunagi.intake.consent;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The sentence of a question for consent in one language, kept with the question and with the answer, because the message
 * files only know the present one.
 *
 * @param language BCP 47 tag
 */
@Schema(name = "ConsentWording")
public record Wording(String language, String text) {

    /** The one in the reader's language, else the first; null when none was kept. */
    public static @Nullable Wording in(Locale reader, List<Wording> kept) {
        return kept.stream()
                .filter(one -> one.language.equals(reader.toLanguageTag()))
                .findFirst()
                .orElse(kept.isEmpty() ? null : kept.getFirst());
    }
}
