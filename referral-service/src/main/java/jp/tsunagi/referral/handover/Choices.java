package jp.tsunagi.referral.handover;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;

/**
 * What somebody may do with a referral now. Asks the machine itself with a blank command of each kind: one that is
 * refused only for what it lacks is offered, so this list and the switch cannot drift apart.
 */
public final class Choices {

    private Choices() {}

    public static List<Verb> of(Referral referral, Actor by, Instant now) {
        return Stream.of(Verb.values())
                .filter(verb -> isOffered(referral, blank(verb), by, now))
                .toList();
    }

    private static boolean isOffered(Referral referral, Command blank, Actor by, Instant now) {
        try {
            referral.on(blank, by, now);
            return true;
        } catch (Refusal refused) {
            return refused.kind() == Refusal.Kind.UNMET;
        }
    }

    private static Command blank(Verb verb) {
        return switch (verb) {
            case SEND -> new Command.Send(new Readiness(List.of(), false), null, Set.of());
            case DISCARD -> new Command.Discard();
            case ACKNOWLEDGE -> new Command.Acknowledge();
            case ACCEPT -> new Command.Accept(null, null, null);
            case REJECT -> new Command.Reject(null, null, null);
            case WITHDRAW -> new Command.Withdraw(null, null);
            case ASK_INFORMATION -> new Command.AskInformation(null);
            case SUPPLY_INFORMATION -> new Command.SupplyInformation(null);
            case START -> new Command.Start();
            case HOLD -> new Command.Hold(null, null, null);
            case RESUME -> new Command.Resume();
            case REPORT_PROGRESS -> new Command.ReportProgress(null, null, null);
            case COMPLETE -> new Command.Complete(null, null, false);
            case FAIL -> new Command.Fail(null, null);
            case DECLINE_AFTER_ACCEPT -> new Command.DeclineAfterAccept(null, null, null);
            case OFFER_RETURN -> new Command.OfferReturn(null, null);
            case ACCEPT_RETURN -> new Command.AcceptReturn();
            case REQUEST_CANCEL -> new Command.RequestCancel(null, null);
            case CONFIRM_CANCEL -> new Command.ConfirmCancel();
            case REFUSE_CANCEL -> new Command.RefuseCancel(null);
            case ESCALATE -> new Command.Escalate();
            case EXPIRE -> new Command.Expire(0);
            case RECALL -> new Command.Recall(null, null);
            case MARK_IN_ERROR -> new Command.MarkInError(null, null);
            case RE_OPEN -> new Command.ReOpen(null, null);
            case FORWARD -> new Command.Forward(null, null, null, null, null);
        };
    }
}
