package jp.tsunagi.referral.decision;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.vocabulary.Ground;
import org.jspecify.annotations.Nullable;

/** The ground as a partner states it from its own records, for which it answers. */
public record BasisRequest(
        @Nullable Ground kind,
        @Size(max = 64) @Nullable String recordId,
        @Size(max = 64) @Nullable String textVersion,
        @Nullable Instant givenAt,
        @Size(max = LegalBasis.MAX_REASON) @Nullable String reason) {

    /** Null when there is none. */
    public static @Nullable LegalBasis toDomain(@Nullable BasisRequest stated) {
        return stated == null || stated.kind == null
                ? null
                : LegalBasis.vouched(stated.kind, stated.recordId, stated.textVersion, stated.givenAt, stated.reason);
    }
}
