package jp.tsunagi.intake.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;
import jp.tsunagi.platform.page.JapanTime;

/** The present text of a question for consent: its edition, and its sentence in every language. */
@ApplicationScoped
public class ConsentTexts {

    private final RequestLocale locales;
    private final Clock clock;

    ConsentTexts(RequestLocale locales, Clock clock) {
        this.locales = locales;
        this.clock = clock;
    }

    String edition(Instant now) {
        return TextEditions.on(now.atZone(JapanTime.ZONE).toLocalDate());
    }

    /** What an edition says; nothing for an earlier one, whose words only the questions of its time still have. */
    public List<Wording> wordings(String edition) {
        return edition.equals(edition(clock.instant()))
                ? locales.supported().stream()
                        .map(language -> new Wording(
                                language.toLanguageTag(),
                                Messages.in(language, ConsentMessages.class).questionText()))
                        .toList()
                : List.of();
    }
}
