package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consent.Ground;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.platform.problem.Refusal.Pointed;
import jp.tsunagi.platform.time.Ids;

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
    public record Wanted(HandoverPlan plan, Basis basis, long seen, Actor by) {}

    /** @return identifier of the new referral */
    public UUID handOver(CaseFile file, Optional<Desk> desk, Wanted wanted) {
        Instant now = clock.instant();
        UUID consultation = file.id();
        // First: it locks the case, so that nobody hands it over or withdraws consent beside us.
        var changed = consultations.change(
                consultation,
                wanted.seen(),
                wanted.by(),
                new Consultation.Command.HandOver(wanted.by().id()),
                now);
        refuseSecond(consultation, wanted.plan().targetDesk());
        refuseObjections(file, desk, wanted, now);
        Referrals.RecordedBasis basis = record(consultation, wanted, now);
        return referrals.request(
                file, wanted.plan(), basis, wanted.by(), changed.version(), consultations.key(consultation), now);
    }

    private void refuseSecond(UUID consultation, String desk) {
        referrals.open(consultation, desk).ifPresent(open -> {
            throw new Refusal(
                            Kind.CONFLICT,
                            "referral-open",
                            "この窓口にはもう引き継いでいます。終わってから、もう一度送れます。",
                            "This desk has an open referral of this case: wait until it ends.")
                    .with("referralId", open.id().toString());
        });
    }

    private void refuseObjections(CaseFile file, Optional<Desk> desk, Wanted wanted, Instant now) {
        HandoverPlan plan = wanted.plan();
        List<Pointed> objections =
                new ArrayList<>(plan.objections(desk, file.state().owner(), file.told()));
        Optional<Consent> newest = consents.newest(file.id(), plan.targetDesk());
        objections.addAll(wanted.basis().objections(plan, newest, wanted.by().id(), now));
        if (objections.isEmpty()) {
            return;
        }
        Pointed first = objections.getFirst();
        Refusal refusal = new Refusal(Kind.UNMET, first.code(), first.ja(), first.en());
        objections.forEach(one -> refusal.at(one.pointer(), one.code(), one.ja(), one.en()));
        throw refusal;
    }

    private Referrals.RecordedBasis record(UUID consultation, Wanted wanted, Instant now) {
        String recipient = wanted.plan().targetDesk();
        return switch (wanted.basis()) {
            case Basis.ConsentTold told ->
                basis(consents.record(
                        consultation,
                        recipient,
                        told.scope(wanted.plan()),
                        told.textVersion(),
                        told.givenAt(),
                        wanted.by(),
                        now));
            case Basis.ConsentOnRecord _ ->
                basis(consents.newest(consultation, recipient).orElseThrow());
            case Basis.OtherGround other -> {
                Ground ground = new Ground(
                        Ids.next(),
                        consultation,
                        recipient,
                        Ground.Kind.of(other.kind()).orElseThrow(),
                        other.reason(),
                        other.approvedBy().strip(),
                        wanted.by().id(),
                        now);
                consents.add(ground, consultations.key(consultation), wanted.by());
                yield new Referrals.RecordedBasis(other.kind(), ground.id(), null, null, ground.approvedBy());
            }
            case Basis.None _ -> throw new IllegalStateException("a hand-over without basis passed the checks");
        };
    }

    private static Referrals.RecordedBasis basis(Consent consent) {
        return new Referrals.RecordedBasis("consent", consent.id(), consent.textVersion(), consent.decidedAt(), null);
    }
}
