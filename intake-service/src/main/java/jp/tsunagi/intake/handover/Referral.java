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
import org.jspecify.annotations.Nullable;

/**
 * How a hand-over of one of our cases stands at the other desk, as referral-service tells it.
 *
 * @param mode how it reaches the desk; null when it did not start on our pages
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
     * @param version newest version heard of; older news is ignored
     */
    public record Progress(
            HandoverStatus status,
            long version,
            @Nullable DeskReason reasonCode,
            @Nullable String suggestedDesk,
            List<Outcome> outcomeCodes,
            @JsonAlias("at") Instant changedAt) {

        public Progress {
            outcomeCodes = outcomeCodes == null ? List.of() : List.copyOf(outcomeCodes);
        }

        Progress notDelivered() {
            return with(HandoverStatus.NOT_DELIVERED);
        }

        /** What was sent to a desk outside the platform has not arrived by that. */
        Progress to(@Nullable DeskMode mode) {
            boolean isSent = status == HandoverStatus.SENDING || status == HandoverStatus.REQUESTED;
            return isSent && mode != null && !mode.arrivesByItself() ? with(HandoverStatus.UNDELIVERED) : this;
        }

        private Progress with(HandoverStatus other) {
            return new Progress(other, version, reasonCode, suggestedDesk, outcomeCodes, changedAt);
        }
    }

    /**
     * What was asked for.
     *
     * @param basisKind null when the referral did not start on our pages
     * @param requestedBy empty when the referral did not start on our pages
     */
    public record Request(
            List<Field> disclosedFields, @Nullable Ground basisKind, String requestedBy, Instant requestedAt) {

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

    @JsonProperty
    public boolean open() {
        return progress.status.isOpen();
    }
}
