package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.approval.Approvals;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.handover.HandingOver.Result;
import jp.tsunagi.intake.handover.HandingOver.Step;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A second person approves a hand-over, which then goes, or declines it. Every check runs again at this moment: what
 * was decided on must still hold, and nothing that the consulter said in the meantime is passed over.
 */
@ApplicationScoped
public class DecidingApprovals {

    private final Consultations consultations;
    private final WaitingHandovers waiting;
    private final SendingReferrals sending;
    private final RecordingBases bases;
    private final Desks desks;
    private final Clock clock;

    DecidingApprovals(
            Consultations consultations,
            WaitingHandovers waiting,
            SendingReferrals sending,
            RecordingBases bases,
            Desks desks,
            Clock clock) {
        this.consultations = consultations;
        this.waiting = waiting;
        this.sending = sending;
        this.bases = bases;
        this.desks = desks;
        this.clock = clock;
    }

    /** A second person's decision on a request, and the version of the case it was decided on. */
    public record Verdict(UUID approval, @Nullable String reason, long expectedVersion, Actor by) {}

    /** @param file opened for this, and so locked */
    public Result approve(CaseFile file, Verdict verdict) {
        Instant now = clock.instant();
        var asked = waiting.get(verdict.approval(), file.id());
        Approval approved = waiting.decide(asked, answer(Approval.Verdict.APPROVED, verdict), now);
        HandoverRequest wanted = asked.wanted();
        refuseOvertaken(file.id(), approved);
        Optional<Desk> desk = desks.find(approved.targetDesk());
        var stored = consultations.change(
                file.id(),
                verdict.expectedVersion(),
                new Consultation.Command.Approve(approved.requestedBy().id(), SendingReferrals.arrives(desk)),
                verdict.by(),
                now);
        sending.refuseObjections(file, desk, wanted, now);
        UUID referral = sending.send(
                file,
                desk.orElseThrow(),
                new SendingReferrals.Handover(wanted, verdict.by(), approved, stored.version(), now));
        return new Result(referral, approved.id(), Step.SENDING);
    }

    /** @param file opened for this, and so locked */
    public Result decline(CaseFile file, Verdict verdict) {
        Instant now = clock.instant();
        var asked = waiting.get(verdict.approval(), file.id());
        Approval declined = waiting.decide(asked, answer(Approval.Verdict.DECLINED, verdict), now);
        consultations.change(
                file.id(), verdict.expectedVersion(), new Consultation.Command.Decline(), verdict.by(), now);
        return new Result(null, declined.id(), Step.DECLINED);
    }

    private void refuseOvertaken(UUID consultation, Approval approved) {
        if (bases.history(consultation).hasAnswerAfter(approved.targetDesk(), approved.requestedAt())) {
            throw new Refusal(IntakeProblem.APPROVAL_OVERTAKEN);
        }
    }

    private static Approvals.Answer answer(Approval.Verdict verdict, Verdict given) {
        return new Approvals.Answer(verdict, given.reason(), given.by());
    }
}
