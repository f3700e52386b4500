package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.persistence.EnumeratedValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * How a hand-over of one of our cases stands at the other desk, as referral-service tells it.
 *
 * @param mode how it reaches the desk; null when it did not start on our pages and the directory does not know
 */
public record Referral(
        UUID id,
        String targetDesk,
        @Nullable DeskMode mode,
        @JsonUnwrapped Progress progress,
        @JsonUnwrapped Request request) {

    /** Why somebody of ours has to look at a hand-over. It marks the case in the queue. */
    public enum Attention implements Coded {
        /** Its desk has asked something and waits for our answer. */
        QUESTION,
        /** Its desk will not help; until somebody looks at the case. */
        RETURNED,
        /** Nobody has said yet that it arrived. */
        UNDELIVERED;

        @EnumeratedValue
        private final String code = Coded.kebab(name());

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * What was heard last.
     *
     * @param referenceNumber the number that both sides say on the phone; null before referral-service has answered
     * @param version newest version heard of; older news is ignored
     * @param carried whether somebody has to carry it to its desk
     * @param due when its desk should have moved; null when nothing is waited for
     */
    public record Progress(
            HandoverStatus status,
            @Nullable String referenceNumber,
            long version,
            @Nullable DeskReason reasonCode,
            @Nullable String suggestedDesk,
            List<Outcome> outcomeCodes,
            boolean carried,
            @Nullable Instant due,
            @JsonAlias("at") Instant changedAt) {

        public Progress {
            outcomeCodes = outcomeCodes == null ? List.of() : List.copyOf(outcomeCodes);
        }

        @Nullable
        Attention attention() {
            return switch (status) {
                case SENDING, UNDELIVERED -> Attention.UNDELIVERED;
                case NOT_DELIVERED, REJECTED, CANCELLED, FAILED -> Attention.RETURNED;
                case ON_HOLD -> waitsForInformation() ? Attention.QUESTION : null;
                case DRAFT, REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, COMPLETED, ENTERED_IN_ERROR -> null;
            };
        }

        private boolean waitsForInformation() {
            return reasonCode != null && ReasonCode.AWAITING_INFORMATION.code().equals(reasonCode.code());
        }

        Progress notDelivered() {
            return with(HandoverStatus.NOT_DELIVERED);
        }

        /** What was sent to a desk outside the platform has not arrived by that. */
        Progress undelivered() {
            boolean isSent = status == HandoverStatus.SENDING || status == HandoverStatus.REQUESTED;
            return isSent && carried ? with(HandoverStatus.UNDELIVERED) : this;
        }

        private Progress with(HandoverStatus other) {
            return new Progress(
                    other, referenceNumber, version, reasonCode, suggestedDesk, outcomeCodes, carried, due, changedAt);
        }
    }

    /**
     * What was asked for.
     *
     * @param basisKind null when the referral did not start on our pages
     * @param requestedBy empty when the referral did not start on our pages
     * @param requestedByName whose it is until it has arrived
     */
    public record Request(
            List<Field> disclosedFields,
            @Nullable Ground basisKind,
            String requestedBy,
            String requestedByName,
            Instant requestedAt) {

        public Request {
            disclosedFields = List.copyOf(disclosedFields);
        }
    }

    public HandoverStatus status() {
        return progress.status;
    }

    /** Whether somebody still has to carry it there, so that nothing may be called sent. */
    public boolean undelivered() {
        return progress.status == HandoverStatus.UNDELIVERED;
    }

    /** Whether its desk has asked something and waits for our answer. */
    public boolean asks() {
        return progress.attention() == Attention.QUESTION;
    }

    /** Whether somebody has to speak for a desk outside the platform. */
    public boolean outside() {
        return progress.carried;
    }

    @JsonProperty
    public boolean open() {
        return progress.status.isOpen();
    }
}
