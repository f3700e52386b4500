package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import jp.tsunagi.vocabulary.Outcome;
import org.jspecify.annotations.Nullable;

/** How a hand-over of one of our cases stands at the other desk, as referral-service tells it. */
public record Referral(
        UUID id,
        String targetDesk,
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

        Progress undelivered() {
            return new Progress(
                    HandoverStatus.NOT_DELIVERED, version, reasonCode, suggestedDesk, outcomeCodes, changedAt);
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

    @JsonProperty
    public boolean open() {
        return progress.status.isOpen();
    }
}
