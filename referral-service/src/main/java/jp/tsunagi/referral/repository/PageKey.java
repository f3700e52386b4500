package jp.tsunagi.referral.repository;

import java.time.Instant;
import java.util.UUID;

/**
 * The place in a list after which a page starts: that of the last line of the page before.
 *
 * @param at the time that the list is sorted by: when the referral was made or changed, or when an answer is due
 */
public record PageKey(Instant at, UUID id) {

    /** When an answer is due that nobody waits for. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Before every line that changed at or after the given time. */
    static PageKey before(Instant changedAt) {
        return new PageKey(changedAt, new UUID(0, 0));
    }

    /** Before the first line of a list in this order. */
    static PageKey beforeAll(ReferralQuery.Order order) {
        return new PageKey(order == ReferralQuery.Order.NEWEST ? NEVER : Instant.EPOCH, new UUID(-1, -1));
    }
}
