package jp.tsunagi.referral.decision;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.decision.CommandRequest.AcceptInput;
import jp.tsunagi.referral.decision.CommandRequest.AcknowledgeInput;
import jp.tsunagi.referral.decision.CommandRequest.AnswerInput;
import jp.tsunagi.referral.decision.CommandRequest.CompleteInput;
import jp.tsunagi.referral.decision.CommandRequest.ForwardInput;
import jp.tsunagi.referral.decision.CommandRequest.HoldInput;
import jp.tsunagi.referral.decision.CommandRequest.MarkInErrorInput;
import jp.tsunagi.referral.decision.CommandRequest.NoInput;
import jp.tsunagi.referral.decision.CommandRequest.NoteInput;
import jp.tsunagi.referral.decision.CommandRequest.ProgressInput;
import jp.tsunagi.referral.decision.CommandRequest.QuestionInput;
import jp.tsunagi.referral.decision.CommandRequest.ReasonInput;
import jp.tsunagi.referral.decision.CommandRequest.RejectInput;
import jp.tsunagi.referral.decision.CommandRequest.SendInput;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.referral.lifecycle.CommandType;
import org.jspecify.annotations.Nullable;

/**
 * One row for each command that an agency may give: its summary in the description of the API, the body that comes with
 * it, and what that body becomes. What only the timer gives has no row here.
 */
public enum CommandShape implements Coded {
    SEND("Send a draft to its desk", SendInput.class, (request, _) -> new SendDraft(request)),
    APPROVE(
            "Agree to a disclosure without consent that a colleague asked for; the referral is sent",
            NoteInput.class,
            (request, _) -> new AnswerApproval(true, request.note())),
    DECLINE_APPROVAL(
            "Do not agree to a disclosure without consent; the draft goes back to who asked",
            NoteInput.class,
            (request, _) -> new AnswerApproval(false, request.note())),
    DISCARD("Discard a draft", Command.Discard::new),
    ACKNOWLEDGE(
            "Acknowledge that a referral has arrived; of a desk outside the platform the origin says so",
            AcknowledgeInput.class,
            AcknowledgeInput::toCommand),
    ACCEPT("Accept a referral", AcceptInput.class, AcceptInput::toCommand),
    REJECT(
            "Reject a referral, with a reason and a better desk",
            RejectInput.class,
            (request, desks) -> request.toDecision(Command.Reject::new, desks)),
    WITHDRAW(
            "Withdraw a referral before it is accepted",
            ReasonInput.class,
            request -> request.toCommand(Command.Withdraw::new)),
    ASK_INFORMATION(
            "Ask the origin for more information",
            QuestionInput.class,
            request -> new Command.AskInformation(request.question())),
    SUPPLY_INFORMATION(
            "Answer the question of the desk",
            AnswerInput.class,
            request -> new Command.SupplyInformation(request.answer())),
    START("Start to work on a referral", Command.Start::new),
    HOLD("Put a referral on hold until a day", HoldInput.class, HoldInput::toCommand),
    RESUME("Resume a referral that is on hold", Command.Resume::new),
    REPORT_PROGRESS("Report progress", ProgressInput.class, ProgressInput::toCommand),
    COMPLETE("Complete a referral with its outcomes", CompleteInput.class, CompleteInput::toCommand),
    FAIL(
            "Close a referral that could not be dealt with",
            ReasonInput.class,
            request -> request.toCommand(Command.Fail::new)),
    DECLINE_AFTER_ACCEPT(
            "Decline a referral after accepting it",
            RejectInput.class,
            (request, desks) -> request.toDecision(Command.DeclineAfterAccept::new, desks)),
    OFFER_RETURN(
            "Offer a transfer back to its origin",
            ReasonInput.class,
            request -> request.toCommand(Command.OfferReturn::new)),
    ACCEPT_RETURN("Take a transfer back", Command.AcceptReturn::new),
    REQUEST_CANCEL(
            "Ask the desk to stop after it has accepted",
            ReasonInput.class,
            request -> request.toCommand(Command.RequestCancel::new)),
    CONFIRM_CANCEL("Stop as the origin asked", Command.ConfirmCancel::new),
    REFUSE_CANCEL(
            "Refuse to stop, with an explanation",
            NoteInput.class,
            request -> new Command.RefuseCancel(request.note())),
    RECALL(
            "Recall what was sent, for example when consent is withdrawn",
            ReasonInput.class,
            request -> request.toCommand(Command.Recall::new)),
    MARK_IN_ERROR("Mark a referral as entered in error", MarkInErrorInput.class, MarkInErrorInput::toCommand),
    RE_OPEN(
            "Open a closed referral again as a new draft",
            NoteInput.class,
            request -> new Command.ReOpen(Ids.next(), request.note())),
    FORWARD("Forward a referral to another desk", ForwardInput.class, ForwardInput::toDecision);

    /** Finds a desk that a request names, or refuses at the given place of the request. */
    interface Directory {
        DeskRef find(String desk, String pointer);
    }

    /** What a request becomes. */
    sealed interface Decision permits Give, SendDraft, AnswerApproval {}

    /** The referral is given the command. */
    record Give(Command command) implements Decision {}

    /** A draft goes out; what the directory objects to is part of that command, so it is asked first. */
    record SendDraft(SendInput changes) implements Decision {}

    /** A second account answers; its reason is kept apart from the history that both agencies read. */
    record AnswerApproval(boolean agrees, @Nullable String reason) implements Decision {}

    private final CommandType type = CommandType.valueOf(name());
    private final String summary;
    private final Class<? extends CommandRequest> body;
    private final BiFunction<CommandRequest, Directory, Decision> decision;

    CommandShape(String summary, Supplier<Command> command) {
        this(summary, NoInput.class, _ -> command.get());
    }

    <R extends CommandRequest> CommandShape(String summary, Class<R> body, Function<R, Command> command) {
        this(summary, body, (request, _) -> new Give(command.apply(request)));
    }

    <R extends CommandRequest> CommandShape(
            String summary, Class<R> body, BiFunction<R, Directory, Decision> decision) {
        this.summary = summary;
        this.body = body;
        this.decision = (request, desks) -> decision.apply(body.cast(request), desks);
    }

    @Override
    public String code() {
        return type.code();
    }

    public CommandType type() {
        return type;
    }

    /** What the command does, in the words of those who give it. */
    public String summary() {
        return summary;
    }

    /** The type of the body that comes with the command. */
    public Class<? extends CommandRequest> body() {
        return body;
    }

    Decision toDecision(CommandRequest request, Directory desks) {
        return decision.apply(request, desks);
    }
}
