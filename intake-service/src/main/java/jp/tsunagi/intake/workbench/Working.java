package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** What a counsellor does with a case beside handing it over: take, answer, ask for consent, close. */
@ApplicationScoped
class Working {

    private final Consultations consultations;
    private final CaseFiles files;
    private final Consents consents;
    private final Clock clock;

    Working(Consultations consultations, CaseFiles files, Consents consents, Clock clock) {
        this.consultations = consultations;
        this.files = files;
        this.consents = consents;
        this.clock = clock;
    }

    record Answered(UUID messageId, String status, long version) {}

    Answered answer(UUID id, long seen, String text, Actor by) {
        Narrative narrative = Submission.readText(text);
        Instant now = clock.instant();
        var changed = consultations.change(id, seen, by, new Consultation.Command.Answer(by.id()), now);
        UUID message = consultations.addMessage(id, by, false, narrative.text(), now);
        return new Answered(message, changed.state().status(), changed.version());
    }

    void take(UUID id, long seen, Actor by) {
        consultations.change(id, seen, by, new Consultation.Command.Take(by.id()), clock.instant());
    }

    void close(UUID id, long seen, Actor by) {
        consultations.change(id, seen, by, new Consultation.Command.Close(by.id()), clock.instant());
    }

    /** Asks the consulter in the mailbox; asking again replaces the question before. */
    void askConsent(UUID id, String desk, Set<Field> fields, Actor by) {
        CaseFile file = files.forHandOver(id, by);
        if (desk.isEmpty() || fields.isEmpty()) {
            throw new Refusal(
                            Kind.INVALID,
                            "question-incomplete",
                            "窓口と、伝える内容を選んでください。",
                            "Choose a desk and what would be passed on.")
                    .at("/targetDesk", "question-incomplete", "窓口と、伝える内容を選んでください。", "Choose a desk and the fields.");
        }
        consents.ask(file.id(), desk, fields, by, clock.instant());
    }
}
