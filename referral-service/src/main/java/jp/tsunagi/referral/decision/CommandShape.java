package jp.tsunagi.referral.decision;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.decision.CommandRequest.AcceptInput;
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
import jp.tsunagi.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What a command takes and how that becomes the command: one line for each command.
 *
 * @param empty a request that says nothing, which stands for its type
 */
public record CommandShape<R extends CommandRequest>(R empty, BiFunction<R, Directory, Command> command) {

    /** Finds a desk that a request names, or refuses at the given place of the request. */
    interface Directory {
        DeskRef find(String desk, String pointer);
    }

    /** Makes one of the two commands with which a desk turns a referral down. */
    interface Rejecting {
        Command of(@Nullable ReasonCode reason, @Nullable String note, @Nullable String suggestedDesk);
    }

    public static CommandShape<?> of(CommandType type) {
        return switch (type) {
            case SEND -> takes(new SendInput(null, null), CommandShape::notHere);
            case DISCARD -> takesNothing(Command.Discard::new);
            case ACKNOWLEDGE -> takesNothing(Command.Acknowledge::new);
            case ACCEPT -> takes(new AcceptInput(null, null, null), AcceptInput::toCommand);
            case REJECT -> takesReasonAndDesk(Command.Reject::new);
            case WITHDRAW -> takesReason(Command.Withdraw::new);
            case ASK_INFORMATION ->
                takes(new QuestionInput(null), asked -> new Command.AskInformation(asked.question()));
            case SUPPLY_INFORMATION ->
                takes(new AnswerInput(null), told -> new Command.SupplyInformation(told.answer()));
            case START -> takesNothing(Command.Start::new);
            case HOLD -> takes(new HoldInput(null, null, null), HoldInput::toCommand);
            case RESUME -> takesNothing(Command.Resume::new);
            case REPORT_PROGRESS -> takes(new ProgressInput(null, null, null), ProgressInput::toCommand);
            case COMPLETE -> takes(new CompleteInput(null, null, null), CompleteInput::toCommand);
            case FAIL -> takesReason(Command.Fail::new);
            case DECLINE_AFTER_ACCEPT -> takesReasonAndDesk(Command.DeclineAfterAccept::new);
            case OFFER_RETURN -> takesReason(Command.OfferReturn::new);
            case ACCEPT_RETURN -> takesNothing(Command.AcceptReturn::new);
            case REQUEST_CANCEL -> takesReason(Command.RequestCancel::new);
            case CONFIRM_CANCEL -> takesNothing(Command.ConfirmCancel::new);
            case REFUSE_CANCEL -> takesNote(Command.RefuseCancel::new);
            case ESCALATE -> takesNothing(Command.Escalate::new);
            case EXPIRE -> takesNothing(() -> new Command.Expire(0));
            case RECALL -> takesReason(Command.Recall::new);
            case MARK_IN_ERROR -> takes(new MarkInErrorInput(null, null), MarkInErrorInput::toCommand);
            case RE_OPEN -> takesNote(note -> new Command.ReOpen(Ids.next(), note));
            case FORWARD -> new CommandShape<>(new ForwardInput(null, null, null), ForwardInput::toCommand);
        };
    }

    private static <R extends CommandRequest> CommandShape<R> takes(R empty, Function<R, Command> command) {
        return new CommandShape<>(empty, (said, _) -> command.apply(said));
    }

    private static CommandShape<NoInput> takesNothing(Supplier<Command> command) {
        return takes(new NoInput(), _ -> command.get());
    }

    private static CommandShape<NoteInput> takesNote(Function<@Nullable String, Command> command) {
        return takes(new NoteInput(null), said -> command.apply(said.note()));
    }

    private static CommandShape<ReasonInput> takesReason(
            BiFunction<@Nullable ReasonCode, @Nullable String, Command> command) {
        return takes(new ReasonInput(null, null), said -> command.apply(said.reasonCode(), said.note()));
    }

    private static CommandShape<RejectInput> takesReasonAndDesk(Rejecting command) {
        return new CommandShape<>(new RejectInput(null, null, null), (said, desks) -> said.toCommand(command, desks));
    }

    private static Command notHere(SendInput send) {
        throw new IllegalStateException("SendingReferrals sends a draft, because the directory has to be asked");
    }

    /** The type of the body that comes with the command. */
    @SuppressWarnings("unchecked") // The class of an R is a class of R.
    public Class<R> type() {
        return (Class<R>) empty.getClass();
    }

    /** The command that a request of this shape gives. */
    Command toCommand(CommandRequest request, Directory desks) {
        return command.apply(type().cast(request), desks);
    }
}
