package jp.tsunagi.referral.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * A consultation handed to another agency. Each state is a type; the switch in {@link #on} is the whole machine, the 27
 * rows of {@code referral-transitions.csv}, and refuses everything it does not list. The moves of each phase are
 * written in {@link Undecided}, {@link Taken} and {@link Closed}.
 *
 * <pre>
 *            send              acknowledge            accept             start
 *  Draft ───────────▶ Requested ─────────▶ Received ─────────▶ Accepted ───────▶ InProgress
 *    │ discard           │   │ask-information │ ▲               │  ▲ hold/resume │   │
 *    ▼                   │   ▼                ▼ │supply/resume  ▼  │             ▼   │
 *   (gone)               │  AwaitingInformation (on-hold)      Held (on-hold) ◀────┘
 *                        ▼                                         ▼
 *            Rejected · Cancelled          Completed · Failed · Rejected · Cancelled
 *            EnteredInError from everything but Draft; a closed one opens again as a new Draft
 * </pre>
 */
public sealed interface Referral permits Referral.Draft, Undecided, Referral.AwaitingInformation, Taken, Closed {

    /** Policy, not law: a desk is reminded after a day without a sign, and decides within three. */
    Duration ACKNOWLEDGE_WITHIN = Duration.ofDays(1);

    Duration DECIDE_WITHIN = Duration.ofDays(3);

    Terms terms();

    record Draft(Terms terms) implements Referral {

        private Undecided.Requested send(Command.Send send, Set<Side> sides, Instant now) {
            send.readiness().check(sides.contains(Side.ORIGIN_SUPERVISOR));
            return new Undecided.Requested(
                    terms.on(send.basis(), send.fields()),
                    new Undecided.Waiting(now.plus(ACKNOWLEDGE_WITHIN), 0, Set.of()));
        }
    }

    /** On hold before the decision: the desk asked something and its clock is paused. */
    record AwaitingInformation(Undecided before, String question) implements Referral {

        @Override
        public Terms terms() {
            return before.terms();
        }
    }

    /** What a command leads to: the state reached (null when a draft is gone) and the draft it gave birth to, if any. */
    record Step(Referral now, Draft born) {
        static Step to(Referral now) {
            return new Step(now, null);
        }
    }

    record Move(Referral from, Command command) {}

    /** R01: a draft, of which nothing leaves the origin. */
    static Draft create(Terms terms, Actor by) {
        if (!Side.of(by, terms).contains(Side.ORIGIN_CONSULTANT)) {
            throw new NotYours("create");
        }
        return new Draft(terms);
    }

    /** The whole state machine on one screen: whoever may not, and any pair not listed, is refused. */
    default Step on(Command asked, Actor by, Instant now) {
        Set<Side> sides = Side.of(by, terms());
        if (!asked.verb().isFor(sides)) {
            throw new NotYours(asked.verb().wire());
        }
        return switch (new Move(this, asked)) {
            case Move(Draft d, Command.Send c) -> Step.to(d.send(c, sides, now));
            case Move(Draft _, Command.Discard _) -> new Step(null, null);

            case Move(Undecided.Requested r, Command.Acknowledge _) -> Step.to(r.acknowledge(now));
            case Move(Undecided u, Command.Accept c) -> Step.to(u.accept(c, by, now));
            case Move(Undecided u, Command.Reject c) -> Step.to(u.reject(c, now));
            case Move(Undecided u, Command.Withdraw c) -> Step.to(u.withdraw(c, now));
            case Move(Undecided u, Command.AskInformation c) -> Step.to(u.ask(c));
            case Move(Undecided u, Command.Escalate _) -> Step.to(u.escalate(now));
            case Move(Undecided u, Command.Expire c) -> Step.to(u.expire(c, now));

            case Move(AwaitingInformation w, Command.SupplyInformation c) -> Step.to(w.before.answered(c, now));
            case Move(AwaitingInformation w, Command.Resume _)
            when Taken.isTarget(sides) -> Step.to(w.before.resumed(now));
            case Move(Taken.Held h, Command.SupplyInformation c) when h.awaitsInformation() -> Step.to(h.answered(c));
            case Move(Taken.Held h, Command.Resume _) when h.mayResume(sides) -> Step.to(h.before());

            case Move(Taken.Accepted a, Command.Start _) -> Step.to(new Taken.InProgress(a.terms(), a.work()));
            case Move(Taken.InHand t, Command.Hold c) -> Step.to(t.hold(c, sides, now));
            case Move(Taken.InHand t, Command.Forward c) -> t.forward(c, by, now);
            case Move(Taken t, Command.ReportProgress c) -> Step.to(t.progress(c));
            case Move(Taken t, Command.Complete c) -> Step.to(t.complete(c, now));
            case Move(Taken t, Command.Fail c) -> Step.to(t.fail(c, now));
            case Move(Taken t, Command.DeclineAfterAccept c) -> Step.to(t.decline(c, now));
            case Move(Taken t, Command.OfferReturn c) -> Step.to(t.offerReturn(c));
            case Move(Taken t, Command.AcceptReturn _)
            when t.work().returnOffered() != null -> Step.to(t.returned(now));
            case Move(Taken t, Command.RequestCancel c) -> Step.to(t.requestCancel(c));
            case Move(Taken t, Command.ConfirmCancel _)
            when t.work().cancelAsked() != null -> Step.to(t.cancelled(now));
            case Move(Taken t, Command.RefuseCancel c)
            when t.work().cancelAsked() != null -> Step.to(t.refuseCancel(c));

            case Move(Closed c, Command.ReOpen r) when c.mayReopen() -> c.reopen(r, by, now);
            case Move(var any, Command.Recall c) when any.wasSent() -> Step.to(any.recall(c));
            case Move(var any, Command.MarkInError c) when any.wasSent() -> Step.to(any.markInError(c, now));

            case Move(var state, var refused) -> throw new IllegalMove(state, refused);
        };
    }

    default UUID id() {
        return terms().id();
    }

    /** False for a draft, which nobody else has seen, and for a record that was declared a mistake. */
    private boolean wasSent() {
        return !(this instanceof Draft) && !(this instanceof Closed.EnteredInError);
    }

    /** R24: a notice laid on the record; what the record says is not touched, closed or not (invariant I10). */
    private Referral recall(Command.Recall recall) {
        Because.of(Reason.WITHDRAWING, recall.reason(), recall.note());
        return switch (this) {
            case Undecided u -> u.marked(Business.RECALLED);
            case AwaitingInformation(var before, var question) ->
                new AwaitingInformation(before.marked(Business.RECALLED), question);
            case Taken t -> t.with(t.work().marked(Business.RECALLED));
            case Closed c -> c.recalled();
            case Draft draft -> throw new IllegalMove(draft, recall);
        };
    }

    private Closed.EnteredInError markInError(Command.MarkInError mark, Instant now) {
        String note = Because.said(mark.note(), "/note");
        if (!id().equals(mark.confirm())) {
            throw new Refusal(
                            Kind.UNMET,
                            "confirmation-missing",
                            "確認のため、照会の番号をもう一度入れてください。",
                            "Write the referral's id a second time.")
                    .at("/confirm", "confirmation-missing", "番号が合いません。", "It is not the id of this referral.");
        }
        return new Closed.EnteredInError(terms(), new Because(Reason.OTHER, note), now);
    }

    /** A day that is still to come; where the reminder is set. */
    static LocalDate future(LocalDate day, LocalDate today, String pointer) {
        if (day == null || day.isBefore(today)) {
            throw new Refusal(Kind.UNMET, "resume-by-missing", "再開予定日を今日以降で入れてください。", "Give a day from today on.")
                    .at(pointer, "resume-by-missing", "今日以降の日を入れてください。", "Give a day from today on.");
        }
        return day;
    }

    /** Somebody who has no such say in this referral. */
    final class NotYours extends Refusal {
        NotYours(String verb) {
            super(
                    Kind.FORBIDDEN,
                    "not-yours",
                    "この操作は、あなたの立場ではできません。",
                    "This command is not yours to give on this referral.");
            with("reason", "not-yours").with("command", verb);
        }
    }

    /** A command that does not fit the state reached. */
    final class IllegalMove extends Refusal {
        IllegalMove(Referral state, Command refused) {
            super(
                    Kind.CONFLICT,
                    "illegal-move",
                    "いまの状態では、この操作はできません。",
                    "This command does not fit the referral's present state.");
            with("reason", "illegal-move")
                    .with("command", refused.verb().wire())
                    .with("referralStatus", Standing.of(state).status().wire());
        }
    }

    /** Outcomes must be a list of at least one, and said in words (invariant I4). */
    static List<Result> atLeastOne(List<Result> results) {
        if (results == null || results.isEmpty()) {
            throw new Refusal(Kind.UNMET, "outcome-missing", "結果区分を1つ以上選んでください。", "Choose at least one outcome.")
                    .at("/outcomes", "outcome-missing", "結果区分を選んでください。", "Choose at least one outcome.");
        }
        return List.copyOf(results);
    }
}
