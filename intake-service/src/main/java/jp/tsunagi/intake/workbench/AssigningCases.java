package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.counsellor.Counsellor;
import jp.tsunagi.intake.counsellor.Counsellors;
import jp.tsunagi.intake.note.Notes;
import jp.tsunagi.intake.notification.TellingHolders;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who works on a case: given to a colleague with a note, or given back. */
@ApplicationScoped
class AssigningCases {

    private final Consultations consultations;
    private final Counsellors counsellors;
    private final Notes notes;
    private final TellingHolders holders;
    private final Clock clock;

    AssigningCases(
            Consultations consultations, Counsellors counsellors, Notes notes, TellingHolders holders, Clock clock) {
        this.consultations = consultations;
        this.counsellors = counsellors;
        this.notes = notes;
        this.holders = holders;
        this.clock = clock;
    }

    /**
     * To whom, and what they should know.
     *
     * @param text a note in the case, which the consulter never reads
     */
    record Assignment(
            @Schema(maxLength = 255, required = true) @Nullable
            String to,

            @Schema(maxLength = Narrative.MAX_CODE_POINTS) @Nullable
            String text) {}

    @Schema(name = "CaseAssigned")
    record Assigned(String assignee, ConsultationStatus status, long version) {}

    Assigned assign(UUID id, long expectedVersion, Assignment wanted, Actor by) {
        Counsellor next = counsellors
                .find(by.agency(), wanted.to == null ? "" : wanted.to)
                .orElseThrow(() -> new Refusal(IntakeProblem.COLLEAGUE_UNKNOWN).at("/to"));
        if (!next.account().equals(by.id())) {
            holders.tellNext(id, next.account());
        }
        Assigned assigned =
                change(id, expectedVersion, new Consultation.Command.Assign(next.account(), next.name()), by);
        if (!Narrative.isBlank(wanted.text)) {
            notes.add(id, wanted.text, by);
        }
        return assigned;
    }

    Assigned release(UUID id, long expectedVersion, Actor by) {
        return change(id, expectedVersion, new Consultation.Command.Release(), by);
    }

    private Assigned change(UUID id, long expectedVersion, Consultation.Command command, Actor by) {
        var stored = consultations.change(id, expectedVersion, command, by, clock.instant());
        return new Assigned(stored.value().assignee(), stored.value().status(), stored.version());
    }
}
