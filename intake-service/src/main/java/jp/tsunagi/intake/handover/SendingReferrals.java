package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triagedecision.TriageDecisions;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Checks a hand-over, records its basis and sends it; the same for one person's and for one that was approved. */
@ApplicationScoped
class SendingReferrals {

    private final Consultations consultations;
    private final RecordingBases bases;
    private final Referrals referrals;
    private final OverrideNotices notices;
    private final TriageDecisions decisions;

    SendingReferrals(
            Consultations consultations,
            RecordingBases bases,
            Referrals referrals,
            OverrideNotices notices,
            TriageDecisions decisions) {
        this.consultations = consultations;
        this.bases = bases;
        this.referrals = referrals;
        this.notices = notices;
        this.decisions = decisions;
    }

    /**
     * A hand-over that may go.
     *
     * @param by who makes it happen now: the counsellor, or the second person
     * @param approval decided, with the counsellor who asked; null when nobody had to approve
     * @param version that the case reached with it
     */
    record Handover(
            HandoverRequest wanted, Actor by, @Nullable Approval approval, long version, Instant at) {

        String requestedBy() {
            return approval == null ? by.id() : approval.requestedBy().id();
        }

        String requestedByName() {
            return approval == null ? by.name() : approval.requestedBy().name();
        }
    }

    /** Whether what is sent to the desk is there by that. */
    static boolean arrives(Optional<Desk> desk) {
        return desk.filter(known -> known.mode().arrivesByItself()).isPresent();
    }

    boolean needsApproval(UUID consultation, HandoverRequest wanted) {
        return wanted.readBasis().needsApproval(wanted.plan().targetDesk(), bases.history(consultation));
    }

    void refuseObjections(CaseFile file, Optional<Desk> desk, HandoverRequest wanted, Instant now) {
        HandoverPlan plan = wanted.plan();
        referrals.findOpen(file.id(), plan.targetDesk()).ifPresent(open -> {
            throw new Refusal(IntakeProblem.OPEN_REFERRAL_EXISTS)
                    .with("openReferral", open.id().toString());
        });
        var circumstances = new Basis.Circumstances(bases.history(file.id()), file.receivedAt(), now);
        new Violations()
                .addAll(plan.objections(desk, file.consultation().owner(), told(file, wanted)))
                .addAll(wanted.readBasis().objections(plan, circumstances))
                .throwIfAny();
    }

    /** What of the case a request would pass on: under a consent nothing that was named after it was given. */
    Submission told(CaseFile file, HandoverRequest wanted) {
        return file.toldBy(
                switch (wanted.readBasis()) {
                    case Basis.ConsentTold consent -> consent.givenAt().orElse(null);
                    case Basis.ConsentOnRecord _ ->
                        bases.history(file.id())
                                .newest(wanted.plan().targetDesk())
                                .map(Consent::decidedAt)
                                .orElse(null);
                    case Basis.OtherGround _, Basis.None _ -> null;
                });
    }

    /** @return identifier of the new referral */
    UUID send(CaseFile file, Desk desk, Handover handover) {
        boolean overridesNo = bases.history(file.id()).isNo(desk.code());
        RecordedBasis basis = bases.record(file.id(), handover);
        UUID referral = referrals.request(
                file,
                new Referrals.Order(
                        handover.wanted().plan(),
                        desk.mode(),
                        basis,
                        handover.requestedBy(),
                        handover.requestedByName(),
                        handover.version(),
                        handover.at()),
                consultations.key(file.id()));
        decisions.handedOver(
                file,
                handover.version(),
                desk.code(),
                new TriageDecisions.DecidedBy(handover.requestedBy(), handover.requestedByName()),
                handover.at());
        if (overridesNo) {
            notices.tell(file.id(), desk, basis, handover.at());
        }
        return referral;
    }
}
