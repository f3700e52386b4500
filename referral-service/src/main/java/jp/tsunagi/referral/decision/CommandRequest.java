package jp.tsunagi.referral.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.disclosure.DisclosedData;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What may be said with a command; {@link CommandType#inputs} says which members belong to which command. */
public record CommandRequest(
        @Nullable ReasonCode reasonCode,
        @Size(max = 4000) @Nullable String note,
        @Size(max = 32) @Nullable String suggestedDesk,
        @Size(max = 4000) @Nullable String question,
        @Size(max = 4000) @Nullable String answer,
        @Size(max = 100) @Nullable String assignee,
        @Size(max = 200) @Nullable String contact,
        @Nullable LocalDate resumeBy,
        Command.@Nullable Audience audience,
        @Nullable BusinessStatus event,
        @Size(max = 11) @Nullable List<@NotNull @Valid Achieved> outcomes,
        @Nullable Boolean visibleToConsulter,
        @Nullable UUID confirm,
        @Size(max = 32) @Nullable String targetDesk,
        @Size(max = 500) @Nullable String originatorConsent,
        @Valid @Nullable BasisRequest basis,
        @Valid @Nullable DisclosedData disclosedData) {

    /** One thing that was achieved, and what there is to say about it. */
    public record Achieved(
            @NotNull Outcome code,
            @Size(max = 4000) @Nullable String note) {}

    public static final CommandRequest NOTHING = new CommandRequest(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** @param named the desk that the request names, looked up in the directory */
    Command toCommand(CommandType type, Optional<DeskRef> named) {
        return switch (type) {
            case ACKNOWLEDGE -> new Command.Acknowledge();
            case ACCEPT -> new Command.Accept(assignee, contact, note);
            case REJECT -> new Command.Reject(reasonCode, note, suggestedDesk);
            case WITHDRAW -> new Command.Withdraw(reasonCode, note);
            case ASK_INFORMATION -> new Command.AskInformation(question);
            case SUPPLY_INFORMATION -> new Command.SupplyInformation(answer);
            case START -> new Command.Start();
            case HOLD -> new Command.Hold(reasonCode, note, resumeBy);
            case RESUME -> new Command.Resume();
            case REPORT_PROGRESS -> new Command.ReportProgress(note, audience, event);
            case COMPLETE -> new Command.Complete(codes(), closingNote(), Boolean.TRUE.equals(visibleToConsulter));
            case FAIL -> new Command.Fail(reasonCode, note);
            case DECLINE_AFTER_ACCEPT -> new Command.DeclineAfterAccept(reasonCode, note, suggestedDesk);
            case OFFER_RETURN -> new Command.OfferReturn(reasonCode, note);
            case ACCEPT_RETURN -> new Command.AcceptReturn();
            case REQUEST_CANCEL -> new Command.RequestCancel(reasonCode, note);
            case CONFIRM_CANCEL -> new Command.ConfirmCancel();
            case REFUSE_CANCEL -> new Command.RefuseCancel(note);
            case ESCALATE -> new Command.Escalate();
            case EXPIRE -> new Command.Expire(0);
            case RECALL -> new Command.Recall(reasonCode, note);
            case MARK_IN_ERROR -> new Command.MarkInError(note, confirm);
            case RE_OPEN -> new Command.ReOpen(Ids.next(), note);
            case FORWARD ->
                new Command.Forward(Ids.next(), named.orElse(null), BasisRequest.toDomain(basis), originatorConsent);
            case DISCARD -> new Command.Discard();
            case SEND ->
                throw new IllegalStateException("a draft is sent by SendingReferrals, which asks the directory");
        };
    }

    private @Nullable List<Outcome> codes() {
        return outcomes == null ? null : outcomes.stream().map(Achieved::code).toList();
    }

    /** The note on the whole, or else the notes of its parts. */
    private @Nullable String closingNote() {
        if (note != null || outcomes == null) {
            return note;
        }
        return outcomes.stream().map(Achieved::note).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
