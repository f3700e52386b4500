package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.notification.TellingConsulters;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;
import jp.tsunagi.vocabulary.Ground;

/**
 * Tells a consulter who had said no that a case was handed over all the same, and why, in the mailbox and in the
 * transaction of the hand-over. It speaks every language, because intake does not keep which one a consulter reads.
 */
@ApplicationScoped
class OverrideNotices {

    private final TellingConsulters telling;
    private final RequestLocale locales;

    OverrideNotices(TellingConsulters telling, RequestLocale locales) {
        this.telling = telling;
        this.locales = locales;
    }

    void tell(UUID consultation, Desk desk, RecordedBasis basis, Instant now) {
        String text = locales.supported().stream()
                .map(locale -> sentence(locale, desk, basis))
                .collect(Collectors.joining("\n\n"));
        telling.tell(consultation, text, now);
    }

    private static String sentence(Locale locale, Desk desk, RecordedBasis basis) {
        HandoverMessages messages = Messages.in(locale, HandoverMessages.class);
        String name = desk.name().in(locale);
        return basis.kind() == Ground.CONSENT ? messages.toldAfterNo(name) : messages.groundAfterNo(name);
    }
}
