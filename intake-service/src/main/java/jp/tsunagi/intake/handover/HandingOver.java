package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A counsellor hands a case to another agency's desk: checked, and sent sealed and signed; or left to a second person
 * where nobody may decide alone. Nothing leaves before.
 */
@ApplicationScoped
public class HandingOver {

    private final Consultations consultations;
    private final SendingReferrals sending;
    private final WaitingHandovers waiting;
    private final Clock clock;

    HandingOver(Consultations consultations, SendingReferrals sending, WaitingHandovers waiting, Clock clock) {
        this.consultations = consultations;
        this.sending = sending;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** A counsellor's request, and the version of the case it was decided on. */
    public record Request(HandoverRequest wanted, long expectedVersion, Actor by) {}

    /**
     * What became of a request.
     *
     * @param referralId the new referral; null when none was made
     * @param approvalId what a second person decides or decided; null when nobody has to
     */
    @Schema(name = "HandoverAccepted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @Nullable UUID referralId, @Nullable UUID approvalId, Step status) {}

    /** How far a request came. */
    @Schema(name = "HandoverStep")
    public enum Step implements Coded {
        /** Recorded; the desk receives it as soon as it can be reached. */
        SENDING,
        AWAITING_APPROVAL,
        DECLINED;

        private final String code = Coded.kebab(name());

        @Override
        public String code() {
            return code;
        }
    }

    /** Why a request would be refused as the case and the desk are now; nothing is changed. */
    public Optional<Refusal> refusal(CaseFile file, Optional<Desk> desk, HandoverRequest wanted) {
        try {
            sending.refuseObjections(file, desk, wanted, clock.instant());
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** What of the case a request would pass on. */
    public Submission told(CaseFile file, HandoverRequest wanted) {
        return sending.told(file, wanted);
    }

    /** @param file opened for this, and so locked: nobody hands the case over or takes consent back beside us */
    public Result handOver(CaseFile file, Optional<Desk> desk, Request request) {
        Instant now = clock.instant();
        HandoverRequest wanted = request.wanted();
        boolean needsApproval = sending.needsApproval(file.id(), wanted);
        Consultation.Command command = needsApproval
                ? new Consultation.Command.AskApproval()
                : new Consultation.Command.HandOver(SendingReferrals.arrives(desk));
        var stored = consultations.change(file.id(), request.expectedVersion(), command, request.by(), now);
        sending.refuseObjections(file, desk, wanted, now);
        if (needsApproval) {
            Approval asked = waiting.ask(file.id(), stored.version(), wanted, request.by(), now);
            return new Result(null, asked.id(), Step.AWAITING_APPROVAL);
        }
        var handover = new SendingReferrals.Handover(wanted, request.by(), null, stored.version(), now);
        return new Result(sending.send(file, desk.orElseThrow(), handover), null, Step.SENDING);
    }
}
