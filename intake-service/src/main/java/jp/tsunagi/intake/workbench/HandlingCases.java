package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.message.Correspondence;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.identity.Actor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a counsellor does with a case beside handing it over and closing it: take, answer. */
@ApplicationScoped
class HandlingCases {

    private final Consultations consultations;
    private final Correspondence correspondence;
    private final Clock clock;

    HandlingCases(Consultations consultations, Correspondence correspondence, Clock clock) {
        this.consultations = consultations;
        this.correspondence = correspondence;
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
}
