package jp.tsunagi.referral.partner;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import jp.tsunagi.referral.disclosure.Ground;
import jp.tsunagi.referral.disclosure.LegalBasis;

/** The ground as a partner states it. */
record BasisRequest(
        Ground kind,
        @Size(max = 64) String recordId,
        @Size(max = 64) String textVersion,
        Instant givenAt,
        @Size(max = 1000) String reason,
        @Size(max = 100) String approvedBy) {

    LegalBasis toDomain() {
        return kind == null ? null : new LegalBasis(kind, recordId, textVersion, givenAt, reason, approvedBy);
    }
}
