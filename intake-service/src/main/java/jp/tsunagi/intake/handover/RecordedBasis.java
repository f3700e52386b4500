package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.vocabulary.Ground;
import org.jspecify.annotations.Nullable;

/**
 * The consent or ground as it was written down and as it is signed. The reason of a ground is free text that may name
 * people, so it stays sealed here under {@code recordId}.
 *
 * @param how with text and time for consent only
 * @param approval of a second person; null for a consent that needs none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordedBasis(
        Ground kind,
        UUID recordId,
        @Nullable String textVersion,
        @Nullable Instant givenAt,
        Consent.@Nullable How how,
        @Nullable ApprovedBy approval) {

    /** Who approved, in which role, and when. */
    record ApprovedBy(String by, String role, Instant at) {}

    static RecordedBasis of(Consent consent, @Nullable ApprovedBy approval) {
        return new RecordedBasis(
                Ground.CONSENT,
                consent.id(),
                consent.scope().textVersion(),
                consent.decidedAt(),
                consent.how(),
                approval);
    }
}
