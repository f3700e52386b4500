package jp.tsunagi.intake.handover;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.approval.Approvals;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.ConsentHistory;
import jp.tsunagi.intake.consent.ConsentTexts;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consent.LegalGround;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.platform.time.Ids;
import org.jspecify.annotations.Nullable;

/** Writes down why a hand-over is allowed, before it goes. */
@ApplicationScoped
class RecordingBases {

    private final Consents consents;
    private final ConsentTexts texts;
    private final Approvals approvals;
    private final Consultations consultations;

    RecordingBases(Consents consents, ConsentTexts texts, Approvals approvals, Consultations consultations) {
        this.consents = consents;
        this.texts = texts;
        this.approvals = approvals;
        this.consultations = consultations;
    }

    ConsentHistory history(UUID consultation) {
        return consents.history(consultation);
    }

    RecordedBasis record(UUID consultation, SendingReferrals.Handover handover) {
        HandoverPlan plan = handover.wanted().plan();
        Approval approval = handover.approval();
        return switch (handover.wanted().readBasis()) {
            case Basis.ConsentTold told -> {
                Consent consent = Consent.told(
                        consultation,
                        told.scope(plan),
                        texts.wordings(told.textVersion(), handover.at()),
                        told.givenAt().orElseThrow(),
                        handover.requestedBy(),
                        approval == null ? null : approval.id(),
                        handover.at());
                yield RecordedBasis.of(consents.record(consent, handover.by()), approvedBy(approval));
            }
            case Basis.ConsentOnRecord _ -> {
                Consent consent =
                        history(consultation).newest(plan.targetDesk()).orElseThrow();
                yield RecordedBasis.of(consent, approvedBy(ofConsent(consent)));
            }
            case Basis.OtherGround other -> ground(consultation, other, handover);
            case Basis.None _ -> throw new IllegalStateException("a hand-over without basis passed the checks");
        };
    }

    private RecordedBasis ground(UUID consultation, Basis.OtherGround other, SendingReferrals.Handover handover) {
        Approval approval = requireNonNull(handover.approval(), "nobody approved a hand-over without consent");
        LegalGround ground = new LegalGround(
                Ids.next(),
                consultation,
                handover.wanted().plan().targetDesk(),
                other.kind().orElseThrow(),
                other.reason(),
                approval.id(),
                handover.requestedBy(),
                handover.at());
        consents.recordGround(ground, consultations.key(consultation), handover.by());
        return new RecordedBasis(ground.kind(), ground.id(), null, null, null, approvedBy(approval));
    }

    private @Nullable Approval ofConsent(Consent consent) {
        return consent.approval() == null
                ? null
                : approvals.get(consent.approval(), consent.consultation(), consultations.key(consent.consultation()));
    }

    private static RecordedBasis.@Nullable ApprovedBy approvedBy(@Nullable Approval approval) {
        if (approval == null) {
            return null;
        }
        Approval.Decision decision = requireNonNull(approval.decision(), "the approval is still waiting");
        return new RecordedBasis.ApprovedBy(decision.by(), decision.role(), decision.at());
    }
}
