package jp.tsunagi.intake.workbench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.handover.Referral;
import jp.tsunagi.intake.handover.Referrals;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Closing a case: asks first when a desk still has it or somebody waits for an answer. */
@ApplicationScoped
class ClosingCases {

    private final CaseFiles files;
    private final Consultations consultations;
    private final Referrals referrals;
    private final Consents consents;
    private final Clock clock;

    ClosingCases(CaseFiles files, Consultations consultations, Referrals referrals, Consents consents, Clock clock) {
        this.files = files;
        this.consultations = consultations;
        this.referrals = referrals;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * What is not finished.
     *
     * @param referrals hand-overs that are open, asked about or not yet delivered
     * @param questions what the consulter was asked and has not answered
     */
    record Unfinished(List<Referral> referrals, List<Consent> questions) {

        @JsonIgnore
        boolean isNothing() {
            return referrals.isEmpty() && questions.isEmpty();
        }
    }

    @Schema(name = "CaseClosed")
    record Closed(ConsultationStatus status, long version) {}

    Unfinished unfinished(UUID id) {
        return new Unfinished(
                referrals.findByConsultation(id).stream().filter(Referral::open).toList(),
                consents.history(id).openQuestions());
    }

    /** @param confirmed whether the counsellor has seen what is unfinished and closes all the same */
    Closed close(UUID id, long expectedVersion, boolean confirmed, Actor by) {
        files.readForHandOver(id, by);
        if (!confirmed && !unfinished(id).isNothing()) {
            throw new Refusal(IntakeProblem.CLOSING_UNCONFIRMED).at("/confirmed");
        }
        var stored = consultations.change(id, expectedVersion, new Consultation.Command.Close(), by, clock.instant());
        return new Closed(stored.value().status(), stored.version());
    }
}
