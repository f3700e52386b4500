package jp.tsunagi.intake.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.identity.Actor;

/** The consulter answers: in words, or to a question about consent. */
@ApplicationScoped
class Replying {

    private final Consultations consultations;
    private final Consents consents;
    private final Clock clock;

    Replying(Consultations consultations, Consents consents, Clock clock) {
        this.consultations = consultations;
        this.consents = consents;
        this.clock = clock;
    }

    void write(UUID consultation, String text) {
        Narrative narrative = Submission.readText(text);
        Instant now = clock.instant();
        consultations.follow(consultation, Actor.consulter(), new Consultation.Command.Reply(), now);
        consultations.addMessage(consultation, Actor.consulter(), true, narrative.text(), now);
    }

    void decide(UUID consultation, UUID question, boolean yes, Set<Field> chosen) {
        consents.answer(question, consultation, yes, chosen, clock.instant());
    }
}
