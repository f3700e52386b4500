package jp.tsunagi.referral.lifecycle;

import java.time.Instant;
import java.util.Set;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.vocabulary.ReasonCode;

/** A referral that waits for the desk's decision; the desk sees no name yet. */
public sealed interface Pending extends Referral {

    ResponseDeadline deadline();

    Pending with(ResponseDeadline deadline);

    /** @param due when the desk is reminded next */
    record ResponseDeadline(Instant due, int escalations, Set<BusinessStatus> marks) {
        public ResponseDeadline {
            marks = Set.copyOf(marks);
        }
    }

    /** Sent; the desk has given no sign yet. */
    record Requested(ReferralDetails details, ResponseDeadline deadline) implements Pending {

        @Override
        public Requested with(ResponseDeadline other) {
            return new Requested(details, other);
        }

        /** Of a desk that cannot say so itself, how it got there and who took it are part of the word. */
        Received acknowledge(Command.Acknowledge acknowledge, Instant now) {
            if (details.carried()) {
                acknowledge.requireCarrier();
            }
            Set<BusinessStatus> marks = BusinessStatus.without(deadline.marks, BusinessStatus.OVERDUE);
            return new Received(details, new ResponseDeadline(now.plus(DECIDE_WITHIN), 0, marks));
        }
    }

    /** The desk has it; receiving is not yet accepting. */
    record Received(ReferralDetails details, ResponseDeadline deadline) implements Pending {

        @Override
        public Received with(ResponseDeadline other) {
            return new Received(details, other);
        }
    }

    /** R05: the disclosed data opens, and a transfer changes its owner (docs/invariants.md I5). */
    default Active.Accepted accept(Command.Accept accept, Actor by, Instant now) {
        Set<BusinessStatus> marks = BusinessStatus.without(deadline().marks(), BusinessStatus.OVERDUE);
        return new Active.Accepted(
                details(),
                new Active.Assignment(now, by.name(), accept.assignee(), accept.contact(), null, null, marks));
    }

    default Closed.Rejected reject(Command.Reject reject, Instant now) {
        StatusReason why = StatusReason.of(Reasons.REJECTING, reject.reason(), reject.note());
        return new Closed.Rejected(
                details(), why, reject.suggestedDesk(), now, deadline().marks());
    }

    default Closed.Cancelled withdraw(Command.Withdraw withdraw, Instant now) {
        StatusReason why = StatusReason.of(Reasons.WITHDRAWING, withdraw.reason(), withdraw.note());
        return new Closed.Cancelled(details(), why, now, deadline().marks());
    }

    default Referral.AwaitingInformation ask(Command.AskInformation ask) {
        return new Referral.AwaitingInformation(this, StatusReason.requireText(ask.question(), "/question"));
    }

    default Pending answered(Command.SupplyInformation supply, Instant now) {
        StatusReason.requireText(supply.answer(), "/answer");
        return resumed(now);
    }

    /** Back to the state it left (docs/invariants.md I11); the clock starts anew because the desk reads anew. */
    default Pending resumed(Instant now) {
        return with(new ResponseDeadline(
                now.plus(DECIDE_WITHIN), deadline().escalations(), deadline().marks()));
    }

    default Pending escalate(Instant now) {
        if (now.isBefore(deadline().due())) {
            throw notYet(ReferralProblem.NOT_DUE);
        }
        Set<BusinessStatus> marks = BusinessStatus.with(deadline().marks(), BusinessStatus.OVERDUE);
        return with(
                new ResponseDeadline(now.plus(ACKNOWLEDGE_WITHIN), deadline().escalations() + 1, marks));
    }

    default Closed.Cancelled expire(Command.Expire expire, Instant now) {
        if (expire.afterEscalations() < 1 || deadline().escalations() < expire.afterEscalations()) {
            throw notYet(ReferralProblem.EXPIRY_NOT_DUE);
        }
        return new Closed.Cancelled(
                details(),
                new StatusReason(ReasonCode.NO_RESPONSE, null),
                now,
                deadline().marks());
    }

    default Pending marked(BusinessStatus mark) {
        return with(new ResponseDeadline(
                deadline().due(),
                deadline().escalations(),
                BusinessStatus.with(deadline().marks(), mark)));
    }

    private static Refusal notYet(ReferralProblem problem) {
        return new Refusal(problem).with("reason", problem.code());
    }
}
