package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consent.TextEditions;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.message.Correspondence;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.Field;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a counsellor does with a case beside handing it over: take, answer, ask for consent. */
@ApplicationScoped
class HandlingCases {

    private final Consultations consultations;
    private final CaseFiles files;
    private final Correspondence correspondence;
    private final Consents consents;
    private final Clock clock;

    HandlingCases(
            Consultations consultations,
            CaseFiles files,
            Correspondence correspondence,
            Consents consents,
            Clock clock) {
        this.consultations = consultations;
        this.files = files;
        this.correspondence = correspondence;
        this.consents = consents;
        this.clock = clock;
    }

    @Schema(name = "AnswerSent")
    record Answered(UUID messageId, ConsultationStatus status, long version) {}

    Answered answer(UUID id, long expectedVersion, @Nullable String text, Actor by) {
        Narrative narrative = Submission.readText(text);
        Instant now = clock.instant();
        var stored = consultations.change(id, expectedVersion, new Consultation.Command.Answer(), by, now);
        Message message = correspondence.addAnswer(id, narrative, by, consultations.key(id), now);
        return new Answered(message.id(), stored.value().status(), stored.version());
    }

    void take(UUID id, long expectedVersion, Actor by) {
        consultations.change(id, expectedVersion, new Consultation.Command.Take(), by, clock.instant());
    }

    /** Asks the consulter in the mailbox; asking again replaces the question before. */
    void askConsent(UUID id, String desk, Set<Field> fields, Actor by) {
        CaseFile file = files.readForHandOver(id, by);
        if (desk.isEmpty() || fields.isEmpty()) {
            throw new Refusal(IntakeProblem.QUESTION_INCOMPLETE).at("/targetDesk");
        }
        Instant now = clock.instant();
        String text = TextEditions.on(now.atZone(JapanTime.ZONE).toLocalDate());
        consents.ask(file.id(), new Consent.Scope(desk, fields, text), by, now);
    }
}
