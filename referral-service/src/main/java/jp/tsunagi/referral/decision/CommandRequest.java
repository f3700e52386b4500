package jp.tsunagi.referral.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.disclosure.DisclosedData;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.vocabulary.DeliveryChannel;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body that comes with a command, from the API or from a page; {@link CommandShape} says which command takes what.
 * Every member may be missing here, because the state refuses a command that does not fit before what it lacks; the
 * description of the API says which members are required.
 */
@Schema(
        oneOf = {
            CommandRequest.NoInput.class,
            CommandRequest.AcknowledgeInput.class,
            CommandRequest.AcceptInput.class,
            CommandRequest.ReasonInput.class,
            CommandRequest.RejectInput.class,
            CommandRequest.HoldInput.class,
            CommandRequest.NoteInput.class,
            CommandRequest.QuestionInput.class,
            CommandRequest.AnswerInput.class,
            CommandRequest.ProgressInput.class,
            CommandRequest.CompleteInput.class,
            CommandRequest.MarkInErrorInput.class,
            CommandRequest.ForwardInput.class,
            CommandRequest.SendInput.class
        })
public sealed interface CommandRequest {

    /** Nothing but the command itself. */
    record NoInput() implements CommandRequest {}

    /** How a referral got to a desk outside the platform and who took it there; empty for a desk that speaks itself. */
    record AcknowledgeInput(
            @Nullable DeliveryChannel channel,
            @Size(max = 200) @Nullable String takenBy) implements CommandRequest {

        Command toCommand() {
            return new Command.Acknowledge(channel, takenBy);
        }
    }

    /** Who takes a referral on, and a word to the origin. */
    record AcceptInput(
            @Size(max = 100) @Nullable String assignee,
            @Size(max = 200) @Nullable String contact,
            @Size(max = Command.MAX_NOTE) @Nullable String note)
            implements CommandRequest {

        Command toCommand() {
            return new Command.Accept(assignee, contact, note);
        }
    }

    /** Why, by code and in words. */
    @Schema(requiredProperties = {"reasonCode", "note"})
    record ReasonInput(
            @Nullable ReasonCode reasonCode,
            @Size(max = Command.MAX_NOTE) @Nullable String note) implements CommandRequest {

        Command toCommand(BiFunction<@Nullable ReasonCode, @Nullable String, Command> command) {
            return command.apply(reasonCode, note);
        }
    }

    /** Why not, and which desk would be the right one. */
    @Schema(requiredProperties = {"reasonCode", "note"})
    record RejectInput(
            @Nullable ReasonCode reasonCode,
            @Size(max = Command.MAX_NOTE) @Nullable String note,
            @Size(max = 32) @Nullable String suggestedDesk)
            implements CommandRequest {

        /** Makes one of the two commands with which a desk turns a referral down. */
        interface Rejecting {
            Command of(@Nullable ReasonCode reason, @Nullable String note, @Nullable String suggestedDesk);
        }

        CommandShape.Decision toDecision(Rejecting rejecting, CommandShape.Directory desks) {
            if (suggestedDesk != null) {
                desks.find(suggestedDesk, "/suggestedDesk");
            }
            return new CommandShape.Give(rejecting.of(reasonCode, note, suggestedDesk));
        }
    }

    /** Why work pauses, and until when. */
    @Schema(requiredProperties = {"reasonCode", "note", "resumeBy"})
    record HoldInput(
            @Nullable ReasonCode reasonCode,
            @Size(max = Command.MAX_NOTE) @Nullable String note,
            @Nullable LocalDate resumeBy)
            implements CommandRequest {

        Command toCommand() {
            return new Command.Hold(reasonCode, note, resumeBy);
        }
    }

    @Schema(requiredProperties = "note")
    record NoteInput(@Size(max = Command.MAX_NOTE) @Nullable String note) implements CommandRequest {}

    @Schema(requiredProperties = "question")
    record QuestionInput(
            @Size(max = Command.MAX_NOTE) @Nullable String question) implements CommandRequest {}

    @Schema(requiredProperties = "answer")
    record AnswerInput(
            @Size(max = Command.MAX_NOTE) @Nullable String answer) implements CommandRequest {}

    /** What was done, who may read it, and the appointment that it is about, if it is about one. */
    @Schema(requiredProperties = "note")
    record ProgressInput(
            @Size(max = Command.MAX_NOTE) @Nullable String note,
            Command.@Nullable Audience audience,
            @Nullable BusinessStatus event)
            implements CommandRequest {

        Command toCommand() {
            return new Command.ReportProgress(note, audience, event);
        }
    }

    /** What was achieved. The note may be given on the whole or with each outcome. */
    @Schema(requiredProperties = "outcomes")
    record CompleteInput(
            @Size(max = Command.MAX_OUTCOMES) @Nullable List<@NotNull @Valid Achieved> outcomes,
            @Size(max = Command.MAX_NOTE) @Nullable String note,
            @Nullable Boolean visibleToConsulter)
            implements CommandRequest {

        Command toCommand() {
            return new Command.Complete(codes(), closingNote(), Boolean.TRUE.equals(visibleToConsulter));
        }

        private @Nullable List<Outcome> codes() {
            return outcomes == null
                    ? null
                    : outcomes.stream().map(Achieved::code).toList();
        }

        private @Nullable String closingNote() {
            if (note != null || outcomes == null) {
                return note;
            }
            return outcomes.stream()
                    .map(Achieved::note)
                    .filter(Objects::nonNull)
                    .reduce((first, next) -> first + "\n" + next)
                    .orElse(null);
        }
    }

    /** One thing that was achieved, and what there is to say about it. */
    record Achieved(
            @NotNull Outcome code,
            @Size(max = Command.MAX_NOTE) @Nullable String note) {}

    /** Why the referral should never have been, and its id a second time. */
    @Schema(requiredProperties = {"note", "confirm"})
    record MarkInErrorInput(
            @Size(max = Command.MAX_NOTE) @Nullable String note,
            @Nullable UUID confirm) implements CommandRequest {

        Command toCommand() {
            return new Command.MarkInError(note, confirm);
        }
    }

    /** Where a referral goes on to, on which ground, and that its originator agrees. */
    record ForwardInput(
            @Size(max = 32) @Nullable String targetDesk,
            @Valid @Nullable BasisRequest basis,
            @Size(max = 500) @Nullable String originatorConsent)
            implements CommandRequest {

        CommandShape.Decision toDecision(CommandShape.Directory desks) {
            DeskRef onward = desks.find(targetDesk == null ? "" : targetDesk, "/targetDesk");
            return new CommandShape.Give(
                    new Command.Forward(Ids.next(), onward, BasisRequest.toDomain(basis), originatorConsent));
        }
    }

    /** What has changed since the draft was made. */
    record SendInput(
            @Valid @Nullable BasisRequest basis,
            @Valid @Nullable DisclosedData disclosedData) implements CommandRequest {}
}
