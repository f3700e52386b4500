package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consent.LegalGround;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.vocabulary.Ground;

/** Handing a case to another agency's desk: checked, its basis recorded, and sent sealed. Nothing leaves before. */
@ApplicationScoped
public class HandingOver {

    private final Consultations consultations;
    private final Consents consents;
    private final Referrals referrals;
    private final Clock clock;

    HandingOver(Consultations consultations, Consents consents, Referrals referrals, Clock clock) {
        this.consultations = consultations;
        this.consents = consents;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** A counsellor's request: what, why it is allowed, and the version of the case it was decided on. */
    public record Request(HandoverPlan plan, Basis basis, long expectedVersion, Actor by) {}

    /** @return identifier of the new referral */
    public UUID handOver(CaseFile file, Optional<Desk> desk, Request request) {
        Instant now = clock.instant();
        // First: it locks the case, so that nobody hands it over or withdraws consent beside us.
        var stored = consultations.change(
                file.id(), request.expectedVersion(), new Consultation.Command.HandOver(), request.by(), now);
        refuseSecond(file.id(), request.plan().targetDesk());
        refuseObjections(file, desk, request, now);
        RecordedBasis basis = record(file.id(), request, now);
        return referrals.request(
                file,
                new Referrals.Order(request.plan(), basis, request.by(), stored.version(), now),
                consultations.key(file.id()));
    }

    private void refuseSecond(UUID consultation, String desk) {
        referrals.findOpen(consultation, desk).ifPresent(open -> {
            throw new Refusal(IntakeProblem.OPEN_REFERRAL_EXISTS)
                    .with("openReferral", open.id().toString());
        });
    }

    private void refuseObjections(CaseFile file, Optional<Desk> desk, Request request, Instant now) {
        HandoverPlan plan = request.plan();
        Optional<Consent> newest = consents.findNewest(file.id(), plan.targetDesk());
        new Violations()
                .addAll(plan.objections(desk, file.consultation().owner(), file.submission()))
                .addAll(request.basis().objections(plan, newest, request.by().id(), now))
                .throwIfAny();
    }

    private RecordedBasis record(UUID consultation, Request request, Instant now) {
        String recipient = request.plan().targetDesk();
        return switch (request.basis()) {
            case Basis.ConsentTold told ->
                basis(consents.record(
                        consultation, told.scope(request.plan()), told.givenAt().orElseThrow(), request.by(), now));
            case Basis.ConsentOnRecord _ ->
                basis(consents.findNewest(consultation, recipient).orElseThrow());
            case Basis.OtherGround other -> {
                LegalGround ground = new LegalGround(
                        Ids.next(),
                        consultation,
                        recipient,
                        other.kind().orElseThrow(),
                        other.reason(),
                        other.approvedBy().strip(),
                        request.by().id(),
                        now);
                consents.recordGround(ground, consultations.key(consultation), request.by());
                yield new RecordedBasis(ground.kind(), ground.id(), null, null, ground.approvedBy());
            }
            case Basis.None _ -> throw new IllegalStateException("a hand-over without basis passed the checks");
        };
    }

    private static RecordedBasis basis(Consent consent) {
        return new RecordedBasis(
                Ground.CONSENT, consent.id(), consent.scope().textVersion(), consent.decidedAt(), null);
    }
}
