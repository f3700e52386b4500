package jp.tsunagi.intake.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;

/** The present sentence of a question for consent in every language. */
@ApplicationScoped
public class ConsentTexts {

    private final RequestLocale locales;

    ConsentTexts(RequestLocale locales) {
        this.locales = locales;
    }

    /** What an edition says; nothing for an earlier one, whose words only the questions of its time still have. */
    public List<Wording> wordings(String edition, Instant now) {
        return edition.equals(TextEditions.at(now))
                ? locales.supported().stream()
                        .map(language -> new Wording(
                                language.toLanguageTag(),
                                Messages.in(language, ConsentMessages.class).questionText()))
                        .toList()
                : List.of();
    }
}
