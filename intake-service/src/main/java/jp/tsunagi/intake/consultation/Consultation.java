package jp.tsunagi.intake.consultation;

import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.Decision;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A consultation on its way from "received" to "closed"; the text and names belong to its {@link CaseFile}.
 *
 * <pre>
 *  received ──take──► in-progress ──answer──► advised ──reply or take──► in-progress
 *  referred ──take──► referred
 *  received ──assign──► in-progress   any other open state ──assign──► itself, with a colleague
 *  in-progress ──release──► received   returned ──release──► itself, with nobody
 *  any open state ──answer──► advised   ──hand-over──► referred   ──close──► closed
 *  any open state ──hand-over to a desk outside the platform──► in-progress ──arrive (somebody carried it)──► referred
 *  referred ──conclude (the desk is done)──► in-progress
 *  any open state ──come-back (the desk cannot)──► returned ──take──► in-progress
 *  returned ──stay-away (the desk never said so)──► referred, or received
 *  any open state ──decide (an answer of triage)──► itself
 *  any open state ──raise-urgency (the consulter or a desk wrote of danger)──► itself
 *  any open state ──ask-approval──► itself ──approve──► referred   or ──decline──► itself
 *  advised, referred ──withdraw-consent (the consulter took a yes back)──► in-progress
 *  closed ──reopen (the consulter wrote again)──► in-progress, with whoever closed it
 * </pre>
 */
public sealed interface Consultation {

    UUID id();

    /** Code of the agency whose counsellors work on it. */
    String owner();

    /** Id of the counsellor who works on it, empty for nobody. */
    String assignee();

    /** A state in which somebody still has something to do. */
    sealed interface Open extends Consultation {}

    /** Nobody works on it. */
    record Received(UUID id, String owner) implements Open {
        @Override
        public String assignee() {
            return "";
        }
    }

    /** A counsellor is working on it. */
    record InProgress(UUID id, String owner, String assignee) implements Open {}

    /** An answer lies in the consulter's mailbox. */
    record Advised(UUID id, String owner, String assignee) implements Open {}

    /** Another desk has it, beside us. */
    record Referred(UUID id, String owner, String assignee) implements Open {}

    /** Another desk could not take it: the first thing to look at, so that nobody is passed round in circles. */
    record Returned(UUID id, String owner, String assignee, Return why) implements Open {}

    /** Done. */
    record Closed(UUID id, String owner, String assignee) implements Consultation {}

    /**
     * Why a case came back from a desk.
     *
     * @param suggestedDesk a desk that may fit better
     */
    record Return(String desk, DeskReason reason, @Nullable String suggestedDesk) {}

    /** What can be done with a consultation. */
    sealed interface Command {
        record Take() implements Command {}

        /**
         * Somebody of the agency is to work on it from now on.
         *
         * @param to id of the counsellor
         * @param name what people call them
         */
        record Assign(String to, String name) implements Command {}

        /** Whoever works on it gives it back, and nobody does. */
        record Release() implements Command {}

        record Answer() implements Command {}

        /** @param arrives false when somebody has to carry it there: until then the case stays with us */
        record HandOver(boolean arrives) implements Command {}

        /** A hand-over that waits for a second person. */
        record AskApproval() implements Command {}

        /**
         * A second person approved, and the case is handed over.
         *
         * @param requester id of who asked and goes on with the case
         * @param arrives as in {@link HandOver}
         */
        record Approve(String requester, boolean arrives) implements Command {}

        /** A second person declined. */
        record Decline() implements Command {}

        /** The other desk rejected it, failed, or was never reached. */
        record ComeBack(Return why) implements Command {}

        /**
         * What was said of the desk was not true: it still has the case, or is still to be told.
         *
         * @param arrives as in {@link HandOver}
         */
        record StayAway(boolean arrives) implements Command {}

        /** What somebody had to carry has reached its desk. */
        record Arrive() implements Command {}

        /** What a desk said goes to the consulter. */
        record PassOn() implements Command {}

        /** The last desk that had it has finished. */
        record Conclude() implements Command {}

        /** The consulter wrote again. */
        record Reply() implements Command {}

        /** The consulter wrote again after the end, or a desk of danger: a closed mailbox is no closed door. */
        record Reopen() implements Command {}

        /** The consulter no longer wants a desk to have what it was given. */
        record WithdrawConsent() implements Command {}

        /** What somebody decided about an answer that triage suggested. */
        record Decide(Decision decision) implements Command {}

        /**
         * What the consulter or a desk wrote makes it more urgent.
         *
         * @param raised what is suggested since
         */
        record RaiseUrgency(Assessment raised) implements Command {}

        record Close() implements Command {}

        /** Whoever makes such a move has looked at the case. */
        default boolean isOfStaff() {
            return switch (this) {
                case Take _, Answer _, HandOver _, AskApproval _, Approve _, Decline _, PassOn _, Close _ -> true;
                // It may be somebody else's case, whose holder is away: what the person wrote is still to be seen.
                case Assign _, Release _, Decide _ -> false;
                case ComeBack _, StayAway _, Arrive _, Conclude _ -> false;
                case Reply _, RaiseUrgency _, Reopen _, WithdrawConsent _ -> false;
            };
        }

        default CommandType type() {
            return switch (this) {
                case Take _ -> CommandType.TAKE;
                case Assign _ -> CommandType.ASSIGN;
                case Release _ -> CommandType.RELEASE;
                case Answer _ -> CommandType.ANSWER;
                case HandOver _ -> CommandType.HAND_OVER;
                case AskApproval _ -> CommandType.ASK_APPROVAL;
                case Approve _ -> CommandType.APPROVE;
                case Decline _ -> CommandType.DECLINE;
                case ComeBack _ -> CommandType.COME_BACK;
                case StayAway _ -> CommandType.STAY_AWAY;
                case Arrive _ -> CommandType.ARRIVE;
                case PassOn _ -> CommandType.PASS_ON;
                case Conclude _ -> CommandType.CONCLUDE;
                case Reply _ -> CommandType.REPLY;
                case Reopen _ -> CommandType.REOPEN;
                case WithdrawConsent _ -> CommandType.WITHDRAW_CONSENT;
                case Decide _ -> CommandType.DECIDE;
                case RaiseUrgency _ -> CommandType.RAISE_URGENCY;
                case Close _ -> CommandType.CLOSE;
            };
        }
    }

    default ConsultationStatus status() {
        return switch (this) {
            case Received _ -> ConsultationStatus.RECEIVED;
            case InProgress _ -> ConsultationStatus.IN_PROGRESS;
            case Advised _ -> ConsultationStatus.ADVISED;
            case Referred _ -> ConsultationStatus.REFERRED;
            case Returned _ -> ConsultationStatus.RETURNED;
            case Closed _ -> ConsultationStatus.CLOSED;
        };
    }

    /** All moves there are; a pair that is not listed is refused. */
    default Consultation on(Command command, Actor by) {
        return switch (new Move(this, command)) {
            case Move(Received s, Command.Take _) -> new InProgress(s.id, s.owner, by.id());
            case Move(InProgress s, Command.Take _) -> new InProgress(s.id, s.owner, by.id());
            case Move(Advised s, Command.Take _) -> new InProgress(s.id, s.owner, by.id());
            case Move(Returned s, Command.Take _) -> new InProgress(s.id, s.owner, by.id());
            case Move(Referred s, Command.Take _) -> new Referred(s.id, s.owner, by.id());

            case Move(Open s, Command.Assign a)
            when a.to.equals(s.assignee()) -> throw new Refusal(IntakeProblem.ALREADY_HOLDER).at("/to");
            case Move(Received s, Command.Assign a) -> new InProgress(s.id, s.owner, a.to);
            case Move(InProgress s, Command.Assign a) -> new InProgress(s.id, s.owner, a.to);
            case Move(Advised s, Command.Assign a) -> new Advised(s.id, s.owner, a.to);
            case Move(Referred s, Command.Assign a) -> new Referred(s.id, s.owner, a.to);
            case Move(Returned s, Command.Assign a) -> new Returned(s.id, s.owner, a.to, s.why);
            case Move(InProgress s, Command.Release _) -> new Received(s.id, s.owner);
            case Move(Returned s, Command.Release _)
            when !s.assignee.isEmpty() -> new Returned(s.id, s.owner, "", s.why);

            case Move(Open s, Command.Answer _) -> new Advised(s.id(), s.owner(), by.id());
            case Move(Open s, Command.HandOver(var arrives)) -> handedOver(s, by.id(), arrives);
            case Move(Open s, Command.AskApproval _) -> s;
            case Move(Open s, Command.Approve(var requester, var arrives)) -> handedOver(s, requester, arrives);
            case Move(Open s, Command.Decide _) -> s;
            case Move(Open s, Command.RaiseUrgency _) -> s;
            case Move(Open s, Command.Close _) -> new Closed(s.id(), s.owner(), by.id());

            case Move(Open s, Command.ComeBack(var why)) -> new Returned(s.id(), s.owner(), s.assignee(), why);
            case Move(Returned s, Command.StayAway(var arrives)) ->
                s.assignee.isEmpty() ? new Received(s.id, s.owner) : handedOver(s, s.assignee, arrives);
            case Move(InProgress s, Command.Arrive _) -> new Referred(s.id, s.owner, s.assignee);
            case Move(var s, Command.Arrive _) -> s;
            case Move(var s, Command.PassOn _) -> s;
            case Move(Referred s, Command.Conclude _) -> new InProgress(s.id, s.owner, s.assignee);
            case Move(Open s, Command.Conclude _) -> s;

            case Move(Advised s, Command.Reply _) -> new InProgress(s.id, s.owner, s.assignee);
            case Move(Open s, Command.Reply _) -> s;
            case Move(Closed s, Command.Reopen _) -> new InProgress(s.id, s.owner, s.assignee);

            // Somebody has to look, whatever the desk then does.
            case Move(Advised s, Command.WithdrawConsent _) -> new InProgress(s.id, s.owner, s.assignee);
            case Move(Referred s, Command.WithdrawConsent _) -> new InProgress(s.id, s.owner, s.assignee);
            case Move(var s, Command.WithdrawConsent _) -> s;

            // What waits can be declined after the case was closed.
            case Move(var s, Command.Decline _) -> s;

            // News from a desk about a closed case is kept with the referral and wakes nobody.
            case Move(Closed s, Command.ComeBack _) -> s;
            case Move(Closed s, Command.Conclude _) -> s;

            case Move(var state, var refused) ->
                throw new Refusal(IntakeProblem.ILLEGAL_TRANSITION)
                        .with("consultationStatus", state.status())
                        .with("command", refused.type());
        };
    }

    private static Consultation handedOver(Open s, String assignee, boolean arrives) {
        return arrives ? new Referred(s.id(), s.owner(), assignee) : new InProgress(s.id(), s.owner(), assignee);
    }

    /** A state and what somebody wants to do with it. */
    record Move(Consultation state, Command command) {}
}
