package jp.tsunagi.referral.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.approval.ApprovalDecision;
import jp.tsunagi.referral.approval.Approvals;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.referral.repository.Referrals;
import org.jspecify.annotations.Nullable;

/** A second account agrees to a disclosure without consent, or does not; either answer is kept with its reason. */
@ApplicationScoped
public class ApprovingReferrals {

    private final SendingReferrals sending;
    private final Referrals referrals;
    private final Approvals approvals;

    ApprovingReferrals(SendingReferrals sending, Referrals referrals, Approvals approvals) {
        this.sending = sending;
        this.referrals = referrals;
        this.approvals = approvals;
    }

    /** The draft goes out, after all checks of a sending. */
    public Referrals.Changed approve(UUID id, long version, @Nullable String reason, Actor by, Instant now) {
        Referrals.Changed sent = sending.sendApproved(id, version, reason, by, now);
        approvals.add(id, ApprovalDecision.APPROVED, Objects.requireNonNull(reason), by, now);
        return sent;
    }

    /** The draft goes back to who asked. */
    public Referrals.Changed decline(UUID id, long version, @Nullable String reason, Actor by, Instant now) {
        Referrals.Changed back = referrals
                .change(id, version, new Command.DeclineApproval(reason), by, now)
                .orElseThrow();
        approvals.add(id, ApprovalDecision.DECLINED, Objects.requireNonNull(reason), by, now);
        return back;
    }
}
