package jp.tsunagi.referral.lifecycle;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jspecify.annotations.Nullable;

/**
 * The state of a referral in codes only: what its list, its events, its history and its table say about it. No switch
 * here has a default, so that a new state must be considered everywhere.
 *
 * @param businessStatus the most pressing mark, if there is one
 */
public record StatusSummary(
        ReferralStatus status,
        @Nullable BusinessStatus businessStatus,
        String ownerAgency,
        @Nullable ReasonCode reasonCode,
        @Nullable String suggestedDesk,
        List<Outcome> outcomes) {

    public static StatusSummary of(Referral referral) {
        StatusReason why = reason(referral);
        return new StatusSummary(
                status(referral),
                marks(referral).stream().min(Comparator.naturalOrder()).orElse(null),
                ownerAgency(referral),
                why == null ? null : why.code(),
                referral instanceof Closed.Rejected rejected ? rejected.suggestedDesk() : null,
                referral instanceof Closed.Completed completed ? completed.outcomes() : List.of());
    }

    public static ReferralStatus status(Referral referral) {
        return switch (referral) {
            case Referral.Draft _, Referral.AwaitingApproval _ -> ReferralStatus.DRAFT;
            case Pending.Requested _ -> ReferralStatus.REQUESTED;
            case Pending.Received _ -> ReferralStatus.RECEIVED;
            case Referral.AwaitingInformation _, Active.Held _ -> ReferralStatus.ON_HOLD;
            case Active.Accepted _ -> ReferralStatus.ACCEPTED;
            case Active.InProgress _ -> ReferralStatus.IN_PROGRESS;
            case Closed.Completed _ -> ReferralStatus.COMPLETED;
            case Closed.Rejected _ -> ReferralStatus.REJECTED;
            case Closed.Cancelled _ -> ReferralStatus.CANCELLED;
            case Closed.Failed _ -> ReferralStatus.FAILED;
            case Closed.EnteredInError _ -> ReferralStatus.ENTERED_IN_ERROR;
        };
    }

    public static Set<BusinessStatus> marks(Referral referral) {
        return switch (referral) {
            case Referral.Draft _ -> Set.of();
            case Referral.AwaitingApproval _ -> Set.of(BusinessStatus.AWAITING_APPROVAL);
            case Pending pending -> pending.deadline().marks();
            case Referral.AwaitingInformation asked ->
                BusinessStatus.with(asked.before().deadline().marks(), BusinessStatus.AWAITING_INFORMATION);
            case Active active -> {
                Set<BusinessStatus> marks = EnumSet.noneOf(BusinessStatus.class);
                marks.addAll(active.assignment().marks());
                if (active.assignment().cancelAsked() != null) {
                    marks.add(BusinessStatus.CANCELLATION_REQUESTED);
                }
                if (active.assignment().returnOffered() != null) {
                    marks.add(BusinessStatus.RETURN_OFFERED);
                }
                if (active instanceof Active.Held held && held.awaitsInformation()) {
                    marks.add(BusinessStatus.AWAITING_INFORMATION);
                }
                yield marks;
            }
            case Closed closed -> closed.marks();
        };
    }

    /** Why the referral is in its state; null for states that need no reason. */
    public static @Nullable StatusReason reason(Referral referral) {
        return switch (referral) {
            case Referral.Draft _, Referral.AwaitingApproval _, Pending _ -> null;
            case Active.Working _, Closed.Completed _ -> null;
            case Referral.AwaitingInformation asked ->
                new StatusReason(ReasonCode.AWAITING_INFORMATION, asked.question());
            case Active.Held held -> held.reason();
            case Closed.Rejected rejected -> rejected.reason();
            case Closed.Cancelled cancelled -> cancelled.reason();
            case Closed.Failed failed -> failed.reason();
            case Closed.EnteredInError error -> error.reason();
        };
    }

    /**
     * Only the acceptance of a transfer moves the consultation, and only an accepted return brings it back
     * (docs/invariants.md I5 and I17).
     */
    private static String ownerAgency(Referral referral) {
        Parties parties = referral.details().parties();
        boolean moved = referral.details().isTransfer()
                && switch (referral) {
                    case Active _, Closed.Completed _, Closed.Failed _ -> true;
                    case Referral.Draft _, Referral.AwaitingApproval _ -> false;
                    case Pending _, Referral.AwaitingInformation _ -> false;
                    case Closed.Rejected _, Closed.Cancelled _, Closed.EnteredInError _ -> false;
                };
        return moved ? parties.target().agency() : parties.origin().agency();
    }

    /** Disclosed data is stored while the target has a use for it, and destroyed after (docs/invariants.md I7). */
    public static boolean keepsDisclosedData(Referral referral) {
        return switch (referral) {
            case Referral.Draft _, Referral.AwaitingApproval _, Pending _ -> true;
            case Referral.AwaitingInformation _, Active _ -> true;
            case Closed.Completed _, Closed.Failed _ -> true;
            case Closed.Rejected _, Closed.Cancelled _, Closed.EnteredInError _ -> false;
        };
    }

    /**
     * The target reads the disclosed data only while it works for the person, and not after a recall, nor after the
     * person took the consent back.
     */
    public static boolean opensDisclosedData(Referral referral) {
        return switch (referral) {
            case Active active ->
                Collections.disjoint(
                        active.assignment().marks(), Set.of(BusinessStatus.RECALLED, BusinessStatus.CONSENT_WITHDRAWN));
            case Referral.Draft _, Referral.AwaitingApproval _, Pending _, Referral.AwaitingInformation _, Closed _ ->
                false;
        };
    }
}
