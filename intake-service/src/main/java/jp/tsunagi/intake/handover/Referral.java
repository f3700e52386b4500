package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.desk.DeskReason;
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
        return progress.status == HandoverStatus.ON_HOLD
                && progress.reasonCode != null
                && ReasonCode.AWAITING_INFORMATION.code().equals(progress.reasonCode.code());
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
