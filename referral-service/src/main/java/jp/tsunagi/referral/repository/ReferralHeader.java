package jp.tsunagi.referral.repository;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.lifecycle.Referral;

/** Which referral it is, and how old: what a list and the referral's own page begin with. */
public record ReferralHeader(
        UUID id, long version, ReferralKind kind, String consultationRef, Instant createdAt, Instant changedAt) {

    public static ReferralHeader of(Stored<Referral> stored) {
        ReferralDetails details = stored.value().details();
        return new ReferralHeader(
                details.id(),
                stored.version(),
                details.kind(),
                details.consultationRef(),
                details.createdAt(),
                stored.changedAt());
    }
}
