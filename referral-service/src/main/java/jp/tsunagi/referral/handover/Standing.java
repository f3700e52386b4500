package jp.tsunagi.referral.handover;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a referral stands, in codes only: what its list, its events and its table say about it. No switch here has a
 * default, so that a new state must be considered everywhere.
 *
 * @param business the most pressing mark, or null
 */
public record Standing(
        Status status, Business business, String owner, Reason reason, String suggestedDesk, List<Result> results) {

    public static Standing of(Referral referral) {
        Because because = because(referral);
        return new Standing(
                status(referral),
                marks(referral).stream().min(Comparator.naturalOrder()).orElse(null),
                owner(referral),
                because == null ? null : because.reason(),
                referral instanceof Closed.Rejected rejected ? rejected.suggestedDesk() : null,
                referral instanceof Closed.Completed completed ? completed.results() : List.of());
    }

    private static Status status(Referral referral) {
        return switch (referral) {
            case Referral.Draft _ -> Status.DRAFT;
            case Undecided.Requested _ -> Status.REQUESTED;
            case Undecided.Received _ -> Status.RECEIVED;
            case Referral.AwaitingInformation _, Taken.Held _ -> Status.ON_HOLD;
            case Taken.Accepted _ -> Status.ACCEPTED;
            case Taken.InProgress _ -> Status.IN_PROGRESS;
            case Closed.Completed _ -> Status.COMPLETED;
            case Closed.Rejected _ -> Status.REJECTED;
            case Closed.Cancelled _ -> Status.CANCELLED;
            case Closed.Failed _ -> Status.FAILED;
            case Closed.EnteredInError _ -> Status.ENTERED_IN_ERROR;
        };
    }

    public static Set<Business> marks(Referral referral) {
        return switch (referral) {
            case Referral.Draft _ -> Set.of();
            case Undecided u -> u.waiting().marks();
            case Referral.AwaitingInformation asked ->
                Business.and(asked.before().waiting().marks(), Business.AWAITING_INFORMATION);
            case Taken taken -> {
                Set<Business> marks = EnumSet.noneOf(Business.class);
                marks.addAll(taken.work().marks());
                if (taken.work().cancelAsked() != null) {
                    marks.add(Business.CANCELLATION_REQUESTED);
                }
                if (taken.work().returnOffered() != null) {
                    marks.add(Business.RETURN_OFFERED);
                }
                if (taken instanceof Taken.Held held && held.awaitsInformation()) {
                    marks.add(Business.AWAITING_INFORMATION);
                }
                yield marks;
            }
            case Closed closed -> closed.marks();
        };
    }

    static Because because(Referral referral) {
        return switch (referral) {
            case Referral.Draft _, Undecided _, Taken.InHand _, Closed.Completed _ -> null;
            case Referral.AwaitingInformation asked -> new Because(Reason.AWAITING_INFORMATION, asked.question());
            case Taken.Held held -> held.because();
            case Closed.Rejected rejected -> rejected.because();
            case Closed.Cancelled cancelled -> cancelled.because();
            case Closed.Failed failed -> failed.because();
            case Closed.EnteredInError error -> error.because();
        };
    }

    /** Only the acceptance of a transfer moves the consultation, and only an accepted return brings it back (I5, I17). */
    private static String owner(Referral referral) {
        Terms terms = referral.terms();
        boolean moved = terms.isTransfer()
                && switch (referral) {
                    case Taken _, Closed.Completed _, Closed.Failed _ -> true;
                    case Referral.Draft _, Undecided _, Referral.AwaitingInformation _ -> false;
                    case Closed.Rejected _, Closed.Cancelled _, Closed.EnteredInError _ -> false;
                };
        return moved ? terms.targetAgency() : terms.originAgency();
    }

    /** What was disclosed is kept while the target has a use for it, and destroyed when it has none (invariant I7). */
    public static boolean keepsPackage(Referral referral) {
        return switch (referral) {
            case Referral.Draft _, Undecided _, Referral.AwaitingInformation _, Taken _ -> true;
            case Closed.Completed _, Closed.Failed _ -> true;
            case Closed.Rejected _, Closed.Cancelled _, Closed.EnteredInError _ -> false;
        };
    }

    /** The target reads names and stories only while it works for the person, and not after a recall. */
    public static boolean opensPackage(Referral referral) {
        return switch (referral) {
            case Taken taken -> !taken.work().marks().contains(Business.RECALLED);
            case Referral.Draft _, Undecided _, Referral.AwaitingInformation _, Closed _ -> false;
        };
    }

    /** Open referrals exclude another one of the same consultation to the same desk (invariant I2). */
    static boolean isOpen(Referral referral) {
        return switch (referral) {
            case Undecided _, Referral.AwaitingInformation _, Taken _ -> true;
            case Referral.Draft _, Closed _ -> false;
        };
    }
}
