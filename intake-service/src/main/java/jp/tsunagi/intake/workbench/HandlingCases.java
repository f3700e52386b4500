package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.awareness.AwarenessMaterials;
import jp.tsunagi.intake.awareness.AwarenessMessages;
import jp.tsunagi.intake.awareness.Material;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.message.Correspondence;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a counsellor does with a case beside handing it over and closing it: take, answer. */
@ApplicationScoped
class HandlingCases {

    private final Consultations consultations;
    private final Correspondence correspondence;
    private final RequestLocale locales;
    private final Clock clock;

    HandlingCases(Consultations consultations, Correspondence correspondence, RequestLocale locales, Clock clock) {
        this.locales = locales;
        this.consultations = consultations;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    @Schema(name = "AnswerSent")
    record Answered(UUID messageId, ConsultationStatus status, long version) {}

    /** @param materials codes of material whose titles and addresses are put below the text */
    Answered answer(UUID id, long expectedVersion, @Nullable String text, List<String> materials, Actor by) {
        Narrative written = Submission.readText(text);
        Narrative narrative = materials.isEmpty() ? written : Submission.readText(written.text() + attached(materials));
        Instant now = clock.instant();
        var stored = consultations.change(id, expectedVersion, new Consultation.Command.Answer(), by, now);
        Message message = correspondence.addAnswer(id, narrative, by, consultations.key(id), now);
        return new Answered(message.id(), stored.value().status(), stored.version());
    }

    /** In the first language, as the titles are: intake does not keep which one a consulter reads. */
    private String attached(List<String> codes) {
        AwarenessMessages texts = Messages.in(locales.supported().getFirst(), AwarenessMessages.class);
        StringBuilder attached = new StringBuilder("\n\n").append(texts.attached());
        codes.stream().distinct().forEach(code -> {
            Material material = AwarenessMaterials.find(code)
                    .orElseThrow(() -> new Refusal(IntakeProblem.MATERIAL_UNKNOWN).at("/materials"));
            attached.append('\n').append(texts.line(material.titleJa(), material.publisherJa()));
            if (!material.url().isEmpty()) {
                attached.append('\n').append(material.url());
            }
        });
        return attached.toString();
    }

    void take(UUID id, long expectedVersion, Actor by) {
        consultations.change(id, expectedVersion, new Consultation.Command.Take(), by, clock.instant());
    }
}
