package jp.tsunagi.referral.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import jp.tsunagi.referral.handover.Business;
import jp.tsunagi.referral.handover.Command;
import jp.tsunagi.referral.handover.Reason;
import jp.tsunagi.referral.handover.Result;
import jp.tsunagi.referral.handover.Verb;

/** What may be said with a command; which members matter depends on the command. */
record CommandRequest(
        Reason reasonCode,
        @Size(max = 4000) String note,
        @Size(max = 32) String suggestedDesk,
        @Size(max = 4000) String question,
        @Size(max = 4000) String answer,
        @Size(max = 100) String assignee,
        @Size(max = 200) String contact,
        LocalDate resumeBy,
        Command.Audience audience,
        Business event,
        @Size(max = 11) List<@NotNull @Valid Outcome> outcomes,
        Boolean visibleToConsulter,
        UUID confirm,
        @Size(max = 32) String targetDesk,
        @Size(max = 500) String originatorsYes,
        @Valid BasisRequest basis,
        @JsonProperty("package") @Valid ParcelRequest parcel) {

    /** One thing that was achieved, and what there is to say about it. */
    record Outcome(@NotNull Result code, @Size(max = 4000) String note) {}

    static final CommandRequest NOTHING = new CommandRequest(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** @param toAgency the agency of {@link #targetDesk}, for passing on */
    Command command(Verb verb, String toAgency) {
        return switch (verb) {
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
            case COMPLETE -> new Command.Complete(results(), closingNote(), Boolean.TRUE.equals(visibleToConsulter));
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
                new Command.Forward(
                        Ids.next(), toAgency, targetDesk, basis == null ? null : basis.toDomain(), originatorsYes);
            case DISCARD -> new Command.Discard();
            case SEND -> throw new IllegalStateException("a draft is sent by Sending, which asks the directory");
        };
    }

    Optional<String> namedDesk(Verb verb) {
        String named = switch (verb) {
            case FORWARD -> targetDesk == null ? "" : targetDesk;
            case REJECT, DECLINE_AFTER_ACCEPT -> suggestedDesk;
            default -> null;
        };
        return Optional.ofNullable(named);
    }

    private List<Result> results() {
        return outcomes == null ? null : outcomes.stream().map(Outcome::code).toList();
    }

    /** The note on the whole, or else the notes of its parts. */
    private String closingNote() {
        if (note != null || outcomes == null) {
            return note;
        }
        return outcomes.stream().map(Outcome::note).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
