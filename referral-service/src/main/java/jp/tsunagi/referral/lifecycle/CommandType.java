package jp.tsunagi.referral.lifecycle;

import static jp.tsunagi.referral.lifecycle.PartyRole.ORIGIN_APPROVER;
import static jp.tsunagi.referral.lifecycle.PartyRole.ORIGIN_CARRIER;
import static jp.tsunagi.referral.lifecycle.PartyRole.ORIGIN_CONSULTANT;
import static jp.tsunagi.referral.lifecycle.PartyRole.ORIGIN_INTAKE;
import static jp.tsunagi.referral.lifecycle.PartyRole.ORIGIN_SUPERVISOR;
import static jp.tsunagi.referral.lifecycle.PartyRole.PRIVACY_OFFICER;
import static jp.tsunagi.referral.lifecycle.PartyRole.SYSTEM;
import static jp.tsunagi.referral.lifecycle.PartyRole.TARGET_HANDLER;
import static jp.tsunagi.referral.lifecycle.PartyRole.TARGET_INTAKE;
import static jp.tsunagi.referral.lifecycle.PartyRole.TARGET_SYSTEM;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * One row for each command: the command with everything missing, the name under which its effect is announced, who may
 * ever give it (rows R02 to R32 of referral-transitions.csv), and its list of reasons.
 */
public enum CommandType implements Coded {
    SEND(new Command.Send(List.of(), null, Set.of(), false), "requested", by(ORIGIN_CONSULTANT)),
    ASK_APPROVAL(new Command.AskApproval(List.of(), null, Set.of()), null, by(ORIGIN_CONSULTANT)),
    APPROVE(new Command.Approve(List.of(), null, null, false), "requested", by(ORIGIN_APPROVER)),
    DECLINE_APPROVAL(new Command.DeclineApproval(null), null, by(ORIGIN_APPROVER)),
    DISCARD(new Command.Discard(), null, by(ORIGIN_CONSULTANT)),
    ACKNOWLEDGE(new Command.Acknowledge(null, null), "received", by(TARGET_SYSTEM, TARGET_INTAKE, ORIGIN_CARRIER)),
    ACCEPT(new Command.Accept(null, null, null), "accepted", by(TARGET_INTAKE, ORIGIN_CARRIER)),
    REJECT(new Command.Reject(null, null, null), "rejected", by(TARGET_INTAKE, ORIGIN_CARRIER), Reasons.REJECTING),
    WITHDRAW(new Command.Withdraw(null, null), "withdrawn", by(ORIGIN_CONSULTANT), Reasons.WITHDRAWING),
    ASK_INFORMATION(new Command.AskInformation(null), "information-requested", by(TARGET_INTAKE)),
    SUPPLY_INFORMATION(new Command.SupplyInformation(null), "information-supplied", by(ORIGIN_CONSULTANT)),
    START(new Command.Start(), "started", by(TARGET_HANDLER)),
    HOLD(new Command.Hold(null, null, null), "held", by(TARGET_HANDLER, ORIGIN_CONSULTANT), Reasons.HOLDING),
    RESUME(new Command.Resume(), "resumed", by(TARGET_HANDLER, TARGET_INTAKE, ORIGIN_CONSULTANT)),
    REPORT_PROGRESS(new Command.ReportProgress(null, null, null), "progressed", by(TARGET_HANDLER, ORIGIN_CARRIER)),
    COMPLETE(new Command.Complete(null, null, false), "completed", by(TARGET_HANDLER, ORIGIN_CARRIER)),
    FAIL(new Command.Fail(null, null), "failed", by(TARGET_HANDLER, ORIGIN_CARRIER), Reasons.FAILING),
    DECLINE_AFTER_ACCEPT(
            new Command.DeclineAfterAccept(null, null, null), "rejected", by(TARGET_HANDLER), Reasons.REJECTING),
    OFFER_RETURN(new Command.OfferReturn(null, null), "return-offered", by(TARGET_HANDLER), Reasons.REJECTING),
    ACCEPT_RETURN(new Command.AcceptReturn(), "returned", by(ORIGIN_INTAKE)),
    REQUEST_CANCEL(
            new Command.RequestCancel(null, null),
            "cancellation-requested",
            by(ORIGIN_CONSULTANT),
            Reasons.WITHDRAWING),
    CONFIRM_CANCEL(new Command.ConfirmCancel(), "cancelled", by(TARGET_HANDLER)),
    REFUSE_CANCEL(new Command.RefuseCancel(null), "cancellation-refused", by(TARGET_HANDLER)),
    ESCALATE(new Command.Escalate(), "overdue", by(SYSTEM)),
    EXPIRE(new Command.Expire(0), "cancelled", by(SYSTEM)),
    RECALL(new Command.Recall(null, null), "recalled", by(ORIGIN_CONSULTANT, PRIVACY_OFFICER), Reasons.WITHDRAWING),
    MARK_IN_ERROR(new Command.MarkInError(null, null), "entered-in-error", by(ORIGIN_SUPERVISOR, PRIVACY_OFFICER)),
    RE_OPEN(new Command.ReOpen(new UUID(0, 0), null), null, by(ORIGIN_CONSULTANT)),
    FORWARD(new Command.Forward(new UUID(0, 0), null, null, null), "forwarded", by(TARGET_HANDLER)),
    CANCEL_WITHOUT_CONSENT(new Command.CancelWithoutConsent(), "cancelled", by(SYSTEM)),
    MARK_CONSENT_WITHDRAWN(new Command.MarkConsentWithdrawn(), "consent-withdrawn", by(SYSTEM));

    private static final Map<Class<?>, CommandType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.blank.getClass(), Function.identity()));

    private final Command blank;
    private final @Nullable String eventName;
    private final Set<PartyRole> givers;
    private final Reasons reasons;

    CommandType(Command blank, @Nullable String eventName, Set<PartyRole> givers) {
        this(blank, eventName, givers, Reasons.NONE);
    }

    CommandType(Command blank, @Nullable String eventName, Set<PartyRole> givers, Reasons reasons) {
        this.blank = blank;
        this.eventName = eventName;
        this.givers = givers;
        this.reasons = reasons;
    }

    private static Set<PartyRole> by(PartyRole... givers) {
        return EnumSet.copyOf(List.of(givers));
    }

    static CommandType of(Command command) {
        CommandType type = BY_CLASS.get(command.getClass());
        if (type == null) {
            throw new IllegalStateException("no row in CommandType for " + command.getClass());
        }
        return type;
    }

    @Override
    public String code() {
        return Coded.kebab(name());
    }

    /** Empty for what stays inside the origin: a draft discarded, waiting for approval, or in place of a closed referral. */
    public Optional<String> eventName() {
        return Optional.ofNullable(eventName);
    }

    public Reasons reasons() {
        return reasons;
    }

    /** The command with everything missing that it asks for, see {@link AvailableCommands}. */
    Command blank() {
        return blank;
    }

    boolean isFor(Set<PartyRole> held) {
        return givers.stream().anyMatch(held::contains);
    }
}
