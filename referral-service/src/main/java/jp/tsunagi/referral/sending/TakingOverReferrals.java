package jp.tsunagi.referral.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.referral.lifecycle.Referral;
import jp.tsunagi.referral.repository.Referrals;
import jp.tsunagi.referral.withdrawal.WithdrawnConsents;

/**
 * Takes over what intake hands over: delivered, or stored as a draft of its owner and announced with the reason why
 * not. Handing over the same referral again changes nothing.
 */
@ApplicationScoped
class TakingOverReferrals {

    private final SendingReferrals sending;
    private final Referrals referrals;
    private final WithdrawnConsents withdrawn;
    private final SignedHandoverRows statements;

    TakingOverReferrals(
            SendingReferrals sending, Referrals referrals, WithdrawnConsents withdrawn, SignedHandoverRows statements) {
        this.sending = sending;
        this.referrals = referrals;
        this.withdrawn = withdrawn;
        this.statements = statements;
    }

    void takeOver(IntakeStatements.Signed<ReferralRequest> signed, Instant now) {
        ReferralRequest request = signed.value();
        if (referrals.exists(request.id())) {
            return;
        }
        Actor by = new Actor(
                request.requestedBy(), request.requestedBy(), request.origin().agency(), Set.of(Roles.COUNSELLOR));
        Optional<Desk> desk = sending.find(request);
        Stored<Referral> draft = sending.create(request, desk, by, now);
        statements.insert(request.id(), signed.statement(), now);
        if (withdrawn.cover(UUID.fromString(request.consultationRef()), request.targetDesk(), request.basis())) {
            // The person was quicker than the hand-over: nothing of it stays.
            referrals.change(
                    request.id(), draft.version(), new Command.CancelWithoutConsent(), Actor.system("intake"), now);
            return;
        }
        try {
            sending.send(request, draft, desk, by, now);
        } catch (Refusal refused) {
            referrals.announceNotDelivered(draft, refused.code(), now);
        }
    }
}
