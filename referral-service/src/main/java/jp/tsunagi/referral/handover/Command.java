package jp.tsunagi.referral.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.referral.disclosure.Field;
import jp.tsunagi.referral.disclosure.LegalBasis;

/**
 * What somebody wants to happen to a referral. What is missing in it is refused by the state that receives it, after
 * the state has said whether such a command fits at all.
 */
public sealed interface Command {

    /** @param readiness what the directory, the basis and the other open referrals say about sending now */
    record Send(Readiness readiness, LegalBasis basis, Set<Field> fields) implements Command {}

    record Discard() implements Command {}

    record Acknowledge() implements Command {}

    /** @param contact how the origin reaches whoever takes it */
    record Accept(String assignee, String contact, String note) implements Command {}

    record Reject(Reason reason, String note, String suggestedDesk) implements Command {}

    record Withdraw(Reason reason, String note) implements Command {}

    record AskInformation(String question) implements Command {}

    record SupplyInformation(String answer) implements Command {}

    record Start() implements Command {}

    record Hold(Reason reason, String note, LocalDate resumeBy) implements Command {}

    record Resume() implements Command {}

    /** @param event {@code event-scheduled}, {@code event-completed} or null */
    record ReportProgress(String note, Audience audience, Business event) implements Command {}

    record Complete(List<Result> results, String note, boolean visibleToConsulter) implements Command {}

    record Fail(Reason reason, String note) implements Command {}

    record DeclineAfterAccept(Reason reason, String note, String suggestedDesk) implements Command {}

    record OfferReturn(Reason reason, String note) implements Command {}

    record AcceptReturn() implements Command {}

    record RequestCancel(Reason reason, String note) implements Command {}

    record ConfirmCancel() implements Command {}

    record RefuseCancel(String note) implements Command {}

    record Escalate() implements Command {}

    /** @param afterEscalations how many escalations the policy asks for; 0 when no policy allows expiry */
    record Expire(int afterEscalations) implements Command {}

    record Recall(Reason reason, String note) implements Command {}

    /** @param confirm the referral's id, written a second time */
    record MarkInError(String note, UUID confirm) implements Command {}

    record ReOpen(UUID newId, String note) implements Command {}

    /** @param originatorsYes who at the origin agreed and when; needed for the closest labels */
    record Forward(UUID child, String toAgency, String toDesk, LegalBasis basis, String originatorsYes)
            implements Command {}

    /** Who may read a note. */
    enum Audience {
        INTERNAL,
        AGENCY,
        CONSULTER;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    default Verb verb() {
        return switch (this) {
            case Send _ -> Verb.SEND;
            case Discard _ -> Verb.DISCARD;
            case Acknowledge _ -> Verb.ACKNOWLEDGE;
            case Accept _ -> Verb.ACCEPT;
            case Reject _ -> Verb.REJECT;
            case Withdraw _ -> Verb.WITHDRAW;
            case AskInformation _ -> Verb.ASK_INFORMATION;
            case SupplyInformation _ -> Verb.SUPPLY_INFORMATION;
            case Start _ -> Verb.START;
            case Hold _ -> Verb.HOLD;
            case Resume _ -> Verb.RESUME;
            case ReportProgress _ -> Verb.REPORT_PROGRESS;
            case Complete _ -> Verb.COMPLETE;
            case Fail _ -> Verb.FAIL;
            case DeclineAfterAccept _ -> Verb.DECLINE_AFTER_ACCEPT;
            case OfferReturn _ -> Verb.OFFER_RETURN;
            case AcceptReturn _ -> Verb.ACCEPT_RETURN;
            case RequestCancel _ -> Verb.REQUEST_CANCEL;
            case ConfirmCancel _ -> Verb.CONFIRM_CANCEL;
            case RefuseCancel _ -> Verb.REFUSE_CANCEL;
            case Escalate _ -> Verb.ESCALATE;
            case Expire _ -> Verb.EXPIRE;
            case Recall _ -> Verb.RECALL;
            case MarkInError _ -> Verb.MARK_IN_ERROR;
            case ReOpen _ -> Verb.RE_OPEN;
            case Forward _ -> Verb.FORWARD;
        };
    }

    /** What the command says in words, for the history; null when it says nothing. */
    default String words() {
        return switch (this) {
            case Reject c -> c.note;
            case Withdraw c -> c.note;
            case AskInformation c -> c.question;
            case SupplyInformation c -> c.answer;
            case Hold c -> c.note;
            case ReportProgress c -> c.note;
            case Complete c -> c.note;
            case Fail c -> c.note;
            case DeclineAfterAccept c -> c.note;
            case OfferReturn c -> c.note;
            case RequestCancel c -> c.note;
            case RefuseCancel c -> c.note;
            case Recall c -> c.note;
            case MarkInError c -> c.note;
            case ReOpen c -> c.note;
            case Accept c -> c.note;
            case Forward c -> c.originatorsYes;
            case Send _, Discard _, Acknowledge _, Start _, Resume _, AcceptReturn _ -> null;
            case ConfirmCancel _, Escalate _, Expire _ -> null;
        };
    }

    /** Who may read those words: a note kept inside the target's agency stays there. */
    default Audience audience() {
        return this instanceof ReportProgress report && report.audience != null ? report.audience : Audience.AGENCY;
    }
}
