package jp.tsunagi.referral.lifecycle;

import jakarta.persistence.EnumeratedValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.vocabulary.DeliveryChannel;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What an actor wants to happen to a referral. The state that receives a command first says whether such a command fits
 * at all, and then refuses what is missing in it; hence the many nullable components.
 */
public sealed interface Command {

    /** Characters of a note, a question or an answer. */
    int MAX_NOTE = 4_000;

    /** More than there are outcomes, so that a new one breaks nobody. */
    int MAX_OUTCOMES = 50;

    /**
     * @param obstacles what the directory, the basis and the other open referrals object to sending now
     * @param carried whether somebody has to carry it to the desk
     */
    record Send(List<Violation> obstacles, @Nullable LegalBasis basis, Set<Field> fields, boolean carried)
            implements Command {}

    /** Sending on an exception of the law: the same as {@link Send}, and a second account has to agree first. */
    record AskApproval(List<Violation> obstacles, @Nullable LegalBasis basis, Set<Field> fields) implements Command {}

    /**
     * The second account agrees and the referral goes out.
     *
     * @param obstacles what is objected to sending now, not when the approval was asked for
     * @param basis with the approval
     * @param carried as in {@link Send}
     */
    record Approve(
            List<Violation> obstacles,
            @Nullable LegalBasis basis,
            @Nullable String note,
            boolean carried) implements Command {}

    record DeclineApproval(@Nullable String note) implements Command {}

    record Discard() implements Command {}

    /**
     * The desk has it.
     *
     * @param channel how it got to a desk outside the platform
     * @param takenBy who took it there, as the desk would be asked for that person; nobody when the consulter went
     */
    record Acknowledge(
            @Nullable DeliveryChannel channel, @Nullable String takenBy) implements Command {

        void requireCarrier() {
            if (channel == null) {
                throw ReferralProblem.CHANNEL_MISSING.at("/channel");
            }
            if (channel != DeliveryChannel.BY_THE_PERSON) {
                StatusReason.requireText(takenBy, "/takenBy");
            }
        }
    }

    /** @param contact how the origin reaches the person who takes it on */
    record Accept(
            @Nullable String assignee,
            @Nullable String contact,
            @Nullable String note) implements Command {}

    record Reject(
            @Nullable ReasonCode reason,
            @Nullable String note,
            @Nullable String suggestedDesk) implements Command {}

    record Withdraw(@Nullable ReasonCode reason, @Nullable String note) implements Command {}

    record AskInformation(@Nullable String question) implements Command {}

    record SupplyInformation(@Nullable String answer) implements Command {}

    record Start() implements Command {}

    record Hold(
            @Nullable ReasonCode reason,
            @Nullable String note,
            @Nullable LocalDate resumeBy) implements Command {}

    record Resume() implements Command {}

    /** @param event {@code event-scheduled} or {@code event-completed}, if the note is about one */
    record ReportProgress(
            @Nullable String note,
            @Nullable Audience audience,
            @Nullable BusinessStatus event) implements Command {}

    record Complete(
            @Nullable List<Outcome> outcomes, @Nullable String note, boolean visibleToConsulter) implements Command {}

    record Fail(@Nullable ReasonCode reason, @Nullable String note) implements Command {}

    record DeclineAfterAccept(
            @Nullable ReasonCode reason,
            @Nullable String note,
            @Nullable String suggestedDesk) implements Command {}

    record OfferReturn(
            @Nullable ReasonCode reason, @Nullable String note) implements Command {}

    record AcceptReturn() implements Command {}

    record RequestCancel(
            @Nullable ReasonCode reason, @Nullable String note) implements Command {}

    record ConfirmCancel() implements Command {}

    record RefuseCancel(@Nullable String note) implements Command {}

    record Escalate() implements Command {}

    /** @param afterEscalations how many escalations the policy asks for; 0 when no policy allows expiry */
    record Expire(int afterEscalations) implements Command {}

    record Recall(@Nullable ReasonCode reason, @Nullable String note) implements Command {}

    /** @param confirm the referral's id, written a second time */
    record MarkInError(@Nullable String note, @Nullable UUID confirm) implements Command {}

    record ReOpen(UUID draftId, @Nullable String note) implements Command {}

    /** The person took the consent back before the desk accepted. */
    record CancelWithoutConsent() implements Command {}

    /** The person took the consent back after the desk accepted. */
    record MarkConsentWithdrawn() implements Command {}

    /** @param originatorConsent who at the origin agreed and when; needed for the closest labels */
    record Forward(
            UUID childId,
            @Nullable DeskRef onward,
            @Nullable LegalBasis basis,
            @Nullable String originatorConsent) implements Command {}

    /** Who may read a note. */
    enum Audience implements Coded {
        INTERNAL,
        AGENCY,
        CONSULTER;

        @EnumeratedValue
        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    default CommandType type() {
        return CommandType.of(this);
    }

    /** What the command says in words, for the history; null when it says nothing. */
    default @Nullable String words() {
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
            case Forward c -> c.originatorConsent;
            case Acknowledge c -> c.takenBy;
            case Send _, Discard _, Start _, Resume _, AcceptReturn _ -> null;
            case ConfirmCancel _, Escalate _, Expire _, AskApproval _ -> null;
            case CancelWithoutConsent _, MarkConsentWithdrawn _ -> null;
            // Why somebody agreed or not stays inside the origin, with its approvals.
            case Approve _, DeclineApproval _ -> null;
        };
    }

    /**
     * Who may read those words: a note kept inside the target's agency stays there. Not called {@code audience},
     * because the record's component of that name, which may be null, would stand in its place.
     */
    default Audience readers() {
        return switch (this) {
            case ReportProgress report when report.audience != null -> report.audience;
            case Complete complete when complete.visibleToConsulter -> Audience.CONSULTER;
            default -> Audience.AGENCY;
        };
    }
}
