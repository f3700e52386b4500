package jp.tsunagi.referral.decision;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.vocabulary.Ground;

/** The ground as a partner states it. */
public record BasisRequest(
        Ground kind,
        @Size(max = 64) String recordId,
        @Size(max = 64) String textVersion,
        Instant givenAt,
        @Size(max = 1000) String reason,
        @Size(max = 100) String approvedBy) {

    /** Null when there is none. */
    public static LegalBasis toDomain(BasisRequest stated) {
        return stated == null || stated.kind == null
                ? null
                : new LegalBasis(
                        stated.kind,
                        stated.recordId,
                        stated.textVersion,
                        stated.givenAt,
                        stated.reason,
                        stated.approvedBy);
    }
}
