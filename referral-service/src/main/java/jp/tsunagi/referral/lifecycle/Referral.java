package jp.tsunagi.referral.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.disclosure.Disclosure;
import jp.tsunagi.vocabulary.Label;
import jp.tsunagi.vocabulary.ReasonCode;

/**
 * A consultation handed to another agency. Each state is a type; the switch in {@link #on} is the whole machine, the 32
 * rows of {@code referral-transitions.csv}, and refuses everything it does not list. The moves of each phase are
 * written in {@link Pending}, {@link Active} and {@link Closed}.
 *
 * <pre>
 *  AwaitingApproval ── approve ──▶ Requested: a draft without consent, which a second account has to agree to
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
public sealed interface Referral
        permits Referral.Draft, Referral.AwaitingApproval, Pending, Referral.AwaitingInformation, Active, Closed {

    /** Policy, not law: a desk is reminded after a day without a sign, and decides within three. */
    Duration ACKNOWLEDGE_WITHIN = Duration.ofDays(1);

    Duration DECIDE_WITHIN = Duration.ofDays(3);

    ReferralDetails details();

    /** A referral that nobody but the origin has seen. */
    record Draft(ReferralDetails details) implements Referral {

        private Pending.Requested send(Command.Send send, Set<PartyRole> roles, Instant now) {
            refuse(send.obstacles());
            if (send.basis() != null && send.basis().lacksApproval()) {
                throw ReferralProblem.APPROVAL_MISSING.at("/basis/approval");
            }
            Label label = details.disclosure().label();
            if (label == Label.RED && !roles.contains(PartyRole.ORIGIN_SUPERVISOR)) {
                throw new Refusal(ReferralProblem.SUPERVISOR_REQUIRED);
            }
            return requested(
                    details.with(new Disclosure(label, send.basis(), send.fields()))
                            .sent(send.carried()),
                    now);
        }

        private AwaitingApproval askApproval(Command.AskApproval ask, Actor by) {
            refuse(ask.obstacles());
            Label label = details.disclosure().label();
            return new AwaitingApproval(details.with(new Disclosure(label, ask.basis(), ask.fields())), by.id());
        }
    }

    /**
     * A draft whose ground is an exception of the law: it goes out when a second account agrees. It cannot be changed
     * meanwhile, so that what goes out is what was approved.
     *
     * @param askedBy id of the account that wants to send it
     */
    record AwaitingApproval(ReferralDetails details, String askedBy) implements Referral {

        /** Neither who made the draft nor who asked may agree to it; a supervisor may send what is close, too. */
        private void requireAnother(Actor by) {
            if (Actor.isSameAccount(by.id(), askedBy) || Actor.isSameAccount(by.id(), details.requestedBy())) {
                throw new Refusal(ReferralProblem.APPROVER_SAME).with("reason", ReferralProblem.APPROVER_SAME.code());
            }
        }

        private Pending.Requested approve(Command.Approve approve, Actor by, Instant now) {
            requireAnother(by);
            StatusReason.requireText(approve.note(), "/note");
            refuse(approve.obstacles());
            Disclosure asked = details.disclosure();
            Disclosure decided = new Disclosure(asked.label(), approve.basis(), asked.fields());
            return requested(details.with(decided).sent(approve.carried()), now);
        }

        private Draft decline(Command.DeclineApproval decline, Actor by) {
            requireAnother(by);
            StatusReason.requireText(decline.note(), "/note");
            return new Draft(details);
        }
    }

    /** On hold before the decision: the desk asked something and its clock is paused. */
    record AwaitingInformation(Pending before, String question) implements Referral {

        @Override
        public ReferralDetails details() {
            return before.details();
        }
    }

    /** A command that meets a state. */
    record Move(Referral from, Command command) {}

    /** R01: a draft, of which nothing leaves the origin. */
    static Draft create(ReferralDetails details, Actor by) {
        if (!PartyRole.of(by, details).contains(PartyRole.ORIGIN_CONSULTANT)) {
            throw notYours("create");
        }
        return new Draft(details);
    }

    /** The whole state machine on one screen: an actor without the role, and any pair not listed, is refused. */
    default Transition on(Command asked, Actor by, Instant now) {
        Set<PartyRole> roles = PartyRole.of(by, details());
        if (!asked.type().isFor(roles)) {
            throw notYours(asked.type().code());
        }
        return switch (new Move(this, asked)) {
            case Move(Draft d, Command.Send c) -> to(d.send(c, roles, now));
            case Move(Draft d, Command.AskApproval c) -> to(d.askApproval(c, by));
            case Move(AwaitingApproval a, Command.Approve c) -> to(a.approve(c, by, now));
            case Move(AwaitingApproval a, Command.DeclineApproval c) -> to(a.decline(c, by));
            case Move(Draft _, Command.Discard _) -> new Transition.Discarded();
            case Move(AwaitingApproval _, Command.Discard _) -> new Transition.Discarded();

            case Move(Pending.Requested r, Command.Acknowledge c) -> to(r.acknowledge(c, now));
            case Move(Pending p, Command.Accept c) -> to(p.accept(c, by, now));
            case Move(Pending p, Command.Reject c) -> to(p.reject(c, now));
            case Move(Pending p, Command.Withdraw c) -> to(p.withdraw(c, now));
            case Move(Pending p, Command.AskInformation c) -> to(p.ask(c));
            case Move(Pending p, Command.Escalate _) -> to(p.escalate(now));
            case Move(Pending p, Command.Expire c) -> to(p.expire(c, now));

            case Move(AwaitingInformation w, Command.SupplyInformation c) -> to(w.before.answered(c, now));
            case Move(AwaitingInformation w, Command.Resume _)
            when PartyRole.isTarget(roles) -> to(w.before.resumed(now));
            case Move(Active.Held h, Command.SupplyInformation c) when h.awaitsInformation() -> to(h.answered(c));
            case Move(Active.Held h, Command.Resume _) when h.mayResume(roles) -> to(h.before());

            case Move(Active.Accepted a, Command.Start _) -> to(new Active.InProgress(a.details(), a.assignment()));
            case Move(Active.Working w, Command.Hold c) -> to(w.hold(c, roles, now));
            case Move(Active.Working w, Command.Forward c) -> {
                requireConsent();
                yield w.forward(c, by, now);
            }
            case Move(Active a, Command.ReportProgress c) -> to(a.progress(c));
            case Move(Active a, Command.Complete c) -> to(a.complete(c, now));
            case Move(Active a, Command.Fail c) -> to(a.fail(c, now));
            case Move(Active a, Command.DeclineAfterAccept c) -> to(a.decline(c, now));
            case Move(Active a, Command.OfferReturn c) -> to(a.offerReturn(c));
            case Move(Active a, Command.AcceptReturn _)
            when a.assignment().returnOffered() instanceof StatusReason why -> to(a.returned(why, now));
            case Move(Active a, Command.RequestCancel c) -> to(a.requestCancel(c));
            case Move(Active a, Command.ConfirmCancel _)
            when a.assignment().cancelAsked() instanceof StatusReason why -> to(a.cancelled(why, now));
            case Move(Active a, Command.RefuseCancel c)
            when a.assignment().cancelAsked() != null -> to(a.refuseCancel(c));

            case Move(Closed c, Command.ReOpen r)
            when c.mayReopen() -> {
                requireConsent();
                yield c.reopen(r, by, now);
            }
            case Move(var any, Command.Recall c) when any.wasSent() -> to(any.recall(c));
            case Move(var any, Command.CancelWithoutConsent _)
            when any.isBeforeAcceptance() ->
                to(new Closed.Cancelled(
                        any.details(),
                        new StatusReason(ReasonCode.CONSENT_WITHDRAWN, null),
                        now,
                        any.marksOfPending()));
            case Move(var any, Command.MarkConsentWithdrawn _)
            when any.wasSent() && !any.isBeforeAcceptance() -> to(any.marked(BusinessStatus.CONSENT_WITHDRAWN));
            case Move(var any, Command.MarkInError c) when any.wasSent() -> to(any.markInError(c, now));

            case Move(var state, var refused) -> throw new IllegalTransition(state, refused);
        };
    }

    default UUID id() {
        return details().id();
    }

    private static Transition to(Referral reached) {
        return new Transition.Moved(reached);
    }

    /** False for a draft, which nobody else has seen, and for a record that was declared a mistake. */
    private boolean wasSent() {
        return !isDraft() && !(this instanceof Closed.EnteredInError);
    }

    private boolean isDraft() {
        return this instanceof Draft || this instanceof AwaitingApproval;
    }

    /** Nobody at the target has taken it on; what it was given can still be taken away whole. */
    default boolean isBeforeAcceptance() {
        return isDraft() || this instanceof Pending || this instanceof AwaitingInformation;
    }

    /** What a consent that was taken back means for it; empty when it means nothing, or nothing new. */
    default Optional<Command> onConsentWithdrawn() {
        if (isBeforeAcceptance()) {
            return Optional.of(new Command.CancelWithoutConsent());
        }
        return hasLostConsent() || this instanceof Closed.EnteredInError
                ? Optional.empty()
                : Optional.of(new Command.MarkConsentWithdrawn());
    }

    /** Whether the person took the consent back: nothing may be made from it any more. */
    private boolean hasLostConsent() {
        StatusReason why = StatusSummary.reason(this);
        return StatusSummary.marks(this).contains(BusinessStatus.CONSENT_WITHDRAWN)
                || (why != null && why.code() == ReasonCode.CONSENT_WITHDRAWN);
    }

    private void requireConsent() {
        if (hasLostConsent()) {
            throw new Refusal(ReferralProblem.CONSENT_WITHDRAWN)
                    .with("reason", ReferralProblem.CONSENT_WITHDRAWN.code());
        }
    }

    private Set<BusinessStatus> marksOfPending() {
        return switch (this) {
            case Pending p -> p.deadline().marks();
            case AwaitingInformation asked -> asked.before().deadline().marks();
            case Draft _, AwaitingApproval _, Active _, Closed _ -> Set.of();
        };
    }

    private static Pending.Requested requested(ReferralDetails details, Instant now) {
        return new Pending.Requested(details, new Pending.ResponseDeadline(now.plus(ACKNOWLEDGE_WITHIN), 0, Set.of()));
    }

    private static void refuse(List<Violation> obstacles) {
        if (!obstacles.isEmpty()) {
            throw Refusal.of(obstacles);
        }
    }

    /** R24: a notice laid on the record; what the record says stays, closed or not (docs/invariants.md I10). */
    private Referral recall(Command.Recall recall) {
        StatusReason.of(Reasons.WITHDRAWING, recall.reason(), recall.note());
        return marked(BusinessStatus.RECALLED);
    }

    private Referral marked(BusinessStatus mark) {
        return switch (this) {
            case Pending p -> p.marked(mark);
            case AwaitingInformation(var before, var question) ->
                new AwaitingInformation(before.marked(mark), question);
            case Active a -> a.with(a.assignment().marked(mark));
            case Closed c -> c.marked(mark);
            case Draft _, AwaitingApproval _ -> this;
        };
    }

    private Closed.EnteredInError markInError(Command.MarkInError mark, Instant now) {
        String note = StatusReason.requireText(mark.note(), "/note");
        if (!id().equals(mark.confirm())) {
            throw ReferralProblem.CONFIRMATION_MISSING.at("/confirm");
        }
        return new Closed.EnteredInError(details(), new StatusReason(ReasonCode.OTHER, note), now);
    }

    /** The refusal of a command that the actor's roles on the referral do not permit. */
    private static Refusal notYours(String command) {
        return new Refusal(ReferralProblem.NOT_YOURS)
                .with("reason", ReferralProblem.NOT_YOURS.code())
                .with("command", command);
    }

    /** Thrown when a command does not fit the state of the referral. */
    final class IllegalTransition extends Refusal {
        IllegalTransition(Referral state, Command refused) {
            super(ReferralProblem.ILLEGAL_TRANSITION);
            with("reason", code())
                    .with("command", refused.type().code())
                    .with("referralStatus", StatusSummary.status(state).code());
        }
    }
}
