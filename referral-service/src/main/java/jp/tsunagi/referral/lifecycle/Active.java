package jp.tsunagi.referral.lifecycle;

import jakarta.persistence.EnumeratedValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;

/** A referral that the desk has accepted: the desk knows who the person is and works for them. */
public sealed interface Active extends Referral {

    /** Days are Japan's days. */
    ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** Nothing waits longer: a day that no table can hold is a slip. */
    Period LONGEST_HOLD = Period.ofYears(100);

    Assignment assignment();

    Active with(Assignment assignment);

    /** The two states from which work may be put on hold or passed on. */
    sealed interface Working extends Active permits Accepted, InProgress {

        @Override
        Working with(Assignment assignment);

        /** R11. */
        default Held hold(Command.Hold hold, Set<PartyRole> roles, Instant now) {
            StatusReason why = StatusReason.of(Reasons.HOLDING, hold.reason(), hold.note());
            LocalDate today = LocalDate.ofInstant(now, JAPAN);
            if (hold.resumeBy() == null || hold.resumeBy().isBefore(today)) {
                throw ReferralProblem.RESUME_BY_MISSING.at("/resumeBy");
            }
            if (hold.resumeBy().isAfter(today.plus(LONGEST_HOLD))) {
                throw ReferralProblem.RESUME_BY_TOO_LATE.at("/resumeBy");
            }
            return new Held(this, why, hold.resumeBy(), PartyRole.isTarget(roles) ? HeldBy.TARGET : HeldBy.ORIGIN);
        }

        /** R27: passing on needs its own ground, and the originator's consent where the label is close. */
        default Transition forward(Command.Forward forward, Actor by, Instant now) {
            String consent = forward.originatorConsent();
            if (details().disclosure().label().needsOriginatorConsent() && (consent == null || consent.isBlank())) {
                throw ReferralProblem.ORIGINATOR_CONSENT_MISSING.at("/originatorConsent");
            }
            if (forward.basis() == null) {
                throw ReferralProblem.BASIS_MISSING.at("/basis");
            }
            if (forward.onward() == null) {
                throw ReferralProblem.DESK_UNKNOWN.at("/targetDesk");
            }
            return new Transition.Forwarded(
                    with(assignment().marked(BusinessStatus.FORWARDED)),
                    new Draft(details().forwarded(forward.childId(), forward.onward(), forward.basis(), by.id(), now)));
        }
    }

    record Accepted(ReferralDetails details, Assignment assignment) implements Working {

        @Override
        public Accepted with(Assignment other) {
            return new Accepted(details, other);
        }
    }

    record InProgress(ReferralDetails details, Assignment assignment) implements Working {

        @Override
        public InProgress with(Assignment other) {
            return new InProgress(details, other);
        }
    }

    /** On hold after acceptance; it goes back to the state it left (docs/invariants.md I11). */
    record Held(Working before, StatusReason reason, LocalDate resumeBy, HeldBy heldBy) implements Active {

        @Override
        public ReferralDetails details() {
            return before.details();
        }

        @Override
        public Assignment assignment() {
            return before.assignment();
        }

        @Override
        public Held with(Assignment other) {
            return new Held(before.with(other), reason, resumeBy, heldBy);
        }

        boolean awaitsInformation() {
            return reason.code() == ReasonCode.AWAITING_INFORMATION;
        }

        boolean mayResume(Set<PartyRole> roles) {
            return PartyRole.isTarget(roles)
                    || (heldBy == HeldBy.ORIGIN && roles.contains(PartyRole.ORIGIN_CONSULTANT));
        }

        Working answered(Command.SupplyInformation supply) {
            StatusReason.requireText(supply.answer(), "/answer");
            return before;
        }
    }

    /** The agency that put the work on hold. */
    enum HeldBy implements Coded {
        ORIGIN,
        TARGET;

        @EnumeratedValue
        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * Who works on it, and what is open between the two agencies.
     *
     * @param cancelAsked why the origin asks to stop; once accepted it can only ask
     * @param returnOffered why the target offers a transfer back
     */
    record Assignment(
            Instant acceptedAt,
            String acceptedBy,
            @Nullable String assignee,
            @Nullable String contact,
            @Nullable StatusReason cancelAsked,
            @Nullable StatusReason returnOffered,
            Set<BusinessStatus> marks) {

        public Assignment {
            marks = Set.copyOf(marks);
        }

        Assignment marked(BusinessStatus mark) {
            return new Assignment(
                    acceptedAt,
                    acceptedBy,
                    assignee,
                    contact,
                    cancelAsked,
                    returnOffered,
                    BusinessStatus.with(marks, mark));
        }

        Assignment withCancelAsked(@Nullable StatusReason why) {
            return new Assignment(acceptedAt, acceptedBy, assignee, contact, why, returnOffered, marks);
        }

        Assignment withReturnOffered(StatusReason why) {
            return new Assignment(acceptedAt, acceptedBy, assignee, contact, cancelAsked, why, marks);
        }
    }

    default Active progress(Command.ReportProgress report) {
        StatusReason.requireText(report.note(), "/note");
        BusinessStatus event = report.event();
        if (event == null) {
            return this;
        }
        if (event != BusinessStatus.EVENT_SCHEDULED && event != BusinessStatus.EVENT_COMPLETED) {
            throw ReferralProblem.EVENT_UNFIT.at("/event");
        }
        return with(assignment().marked(event));
    }

    /** Needs at least one outcome, and a note (docs/invariants.md I4). */
    default Closed.Completed complete(Command.Complete complete, Instant now) {
        List<Outcome> outcomes = complete.outcomes();
        if (outcomes == null || outcomes.isEmpty()) {
            throw ReferralProblem.OUTCOME_MISSING.at("/outcomes");
        }
        String note = StatusReason.requireText(complete.note(), "/note");
        return new Closed.Completed(
                details(),
                outcomes,
                note,
                complete.visibleToConsulter(),
                now,
                assignment().marks());
    }

    default Closed.Failed fail(Command.Fail fail, Instant now) {
        StatusReason why = StatusReason.of(Reasons.FAILING, fail.reason(), fail.note());
        return new Closed.Failed(details(), why, now, assignment().marks());
    }

    /** R16: only of a referral; a transfer moved the ownership and must be offered back (docs/invariants.md I17). */
    default Closed.Rejected decline(Command.DeclineAfterAccept decline, Instant now) {
        if (details().isTransfer()) {
            throw ofTheOtherKind(ReferralProblem.TRANSFER_NEEDS_RETURN);
        }
        StatusReason why = StatusReason.of(Reasons.REJECTING, decline.reason(), decline.note());
        return new Closed.Rejected(
                details(),
                why,
                decline.suggestedDesk(),
                now,
                BusinessStatus.with(assignment().marks(), BusinessStatus.DECLINED_LATE));
    }

    /** R17: the target stays the owner until the origin accepts the return. */
    default Active offerReturn(Command.OfferReturn offer) {
        if (!details().isTransfer()) {
            throw ofTheOtherKind(ReferralProblem.NOT_A_TRANSFER);
        }
        return with(assignment().withReturnOffered(StatusReason.of(Reasons.REJECTING, offer.reason(), offer.note())));
    }

    default Closed.Rejected returned(StatusReason why, Instant now) {
        return new Closed.Rejected(details(), why, null, now, assignment().marks());
    }

    default Active requestCancel(Command.RequestCancel request) {
        return with(
                assignment().withCancelAsked(StatusReason.of(Reasons.WITHDRAWING, request.reason(), request.note())));
    }

    default Closed.Cancelled cancelled(StatusReason why, Instant now) {
        return new Closed.Cancelled(details(), why, now, assignment().marks());
    }

    default Active refuseCancel(Command.RefuseCancel refuse) {
        StatusReason.requireText(refuse.note(), "/note");
        return with(assignment().withCancelAsked(null));
    }

    private static Refusal ofTheOtherKind(ReferralProblem problem) {
        return new Refusal(problem).with("reason", problem.code());
    }
}
