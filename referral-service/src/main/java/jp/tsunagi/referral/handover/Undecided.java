package jp.tsunagi.referral.handover;

import java.time.Instant;
import java.util.Set;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** A referral that lies with the desk and waits for its decision; the desk sees no name yet. */
public sealed interface Undecided extends Referral {

    Waiting waiting();

    Undecided with(Waiting waiting);

    /** @param due when the desk is reminded next */
    record Waiting(Instant due, int escalations, Set<Business> marks) {
        public Waiting {
            marks = Set.copyOf(marks);
        }
    }

    /** Sent; the desk has given no sign yet. */
    record Requested(Terms terms, Waiting waiting) implements Undecided {

        @Override
        public Requested with(Waiting other) {
            return new Requested(terms, other);
        }

        Received acknowledge(Instant now) {
            Set<Business> marks = Business.without(waiting.marks, Business.OVERDUE);
            return new Received(terms, new Waiting(now.plus(DECIDE_WITHIN), 0, marks));
        }
    }

    /** The desk has it; receiving is not yet accepting. */
    record Received(Terms terms, Waiting waiting) implements Undecided {

        @Override
        public Received with(Waiting other) {
            return new Received(terms, other);
        }
    }

    /** R05: the full package opens, and a transfer changes its owner (invariant I5). */
    default Taken.Accepted accept(Command.Accept accept, Actor by, Instant now) {
        Set<Business> marks = Business.without(waiting().marks(), Business.OVERDUE);
        return new Taken.Accepted(
                terms(), new Taken.Work(now, by.name(), accept.assignee(), accept.contact(), null, null, marks));
    }

    default Closed.Rejected reject(Command.Reject reject, Instant now) {
        Because because = Because.of(Reason.REJECTING, reject.reason(), reject.note());
        return new Closed.Rejected(
                terms(), because, reject.suggestedDesk(), now, waiting().marks());
    }

    default Closed.Cancelled withdraw(Command.Withdraw withdraw, Instant now) {
        Because because = Because.of(Reason.WITHDRAWING, withdraw.reason(), withdraw.note());
        return new Closed.Cancelled(terms(), because, now, waiting().marks());
    }

    default Referral.AwaitingInformation ask(Command.AskInformation ask) {
        return new Referral.AwaitingInformation(this, Because.said(ask.question(), "/question"));
    }

    default Undecided answered(Command.SupplyInformation supply, Instant now) {
        Because.said(supply.answer(), "/answer");
        return resumed(now);
    }

    /** Back to the state it left (invariant I11); the decision clock starts anew because the desk reads anew. */
    default Undecided resumed(Instant now) {
        return with(new Waiting(
                now.plus(DECIDE_WITHIN), waiting().escalations(), waiting().marks()));
    }

    default Undecided escalate(Instant now) {
        if (now.isBefore(waiting().due())) {
            throw new Refusal(Kind.CONFLICT, "not-due", "期限はまだ来ていません。", "The deadline has not passed.")
                    .with("reason", "not-due");
        }
        Set<Business> marks = Business.and(waiting().marks(), Business.OVERDUE);
        return with(new Waiting(now.plus(ACKNOWLEDGE_WITHIN), waiting().escalations() + 1, marks));
    }

    default Closed.Cancelled expire(Command.Expire expire, Instant now) {
        if (expire.afterEscalations() < 1 || waiting().escalations() < expire.afterEscalations()) {
            throw new Refusal(
                            Kind.CONFLICT,
                            "expiry-not-due",
                            "自動で取り消す条件を満たしていません。",
                            "No policy lets this referral expire yet.")
                    .with("reason", "expiry-not-due");
        }
        return new Closed.Cancelled(
                terms(),
                new Because(Reason.NO_RESPONSE, "期限までに応答がありませんでした。"),
                now,
                waiting().marks());
    }

    default Undecided marked(Business mark) {
        return with(new Waiting(
                waiting().due(), waiting().escalations(), Business.and(waiting().marks(), mark)));
    }
}
