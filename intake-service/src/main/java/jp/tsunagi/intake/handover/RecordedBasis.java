package jp.tsunagi.intake.handover;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.vocabulary.Ground;
import org.jspecify.annotations.Nullable;

/** The consent or ground as it was written down; {@code approvedBy} is null for consent, text and time for a ground. */
record RecordedBasis(
        Ground kind,
        UUID recordId,
        @Nullable String textVersion,
        @Nullable Instant givenAt,
        @Nullable String approvedBy) {

    HandoverEvent.Basis announced() {
        return new HandoverEvent.Basis(
                kind,
                recordId.toString(),
                textVersion,
                givenAt,
                approvedBy == null ? null : HandoverEvent.Basis.REASON_AT_ORIGIN,
                approvedBy);
    }
}
