package jp.tsunagi.referral.repository;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.referral.details.ReferralKind;

/**
 * Which referral it is, and how old: what a list and the referral's own page begin with.
 *
 * @param referenceNumber the {@link jp.tsunagi.referral.details.ReferralNumber} that people say on the phone
 */
public record ReferralHeader(
        UUID id,
        String referenceNumber,
        long version,
        ReferralKind kind,
        String consultationRef,
        Instant createdAt,
        Instant changedAt) {}
