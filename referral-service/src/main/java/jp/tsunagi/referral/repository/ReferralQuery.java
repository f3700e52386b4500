package jp.tsunagi.referral.repository;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.vocabulary.ReferralStatus;

/**
 * Which part of an agency's list is asked for.
 *
 * @param since only what changed then or later
 * @param after where the page starts; at the beginning without it
 */
public record ReferralQuery(
        String agency,
        Box box,
        Order order,
        Set<ReferralStatus> statuses,
        Optional<Instant> since,
        Optional<PageKey> after,
        int limit) {

    /** The referrals that an agency received, and those that it sent. */
    public enum Box {
        INBOX,
        OUTBOX
    }

    /** What comes first: the newest referral, the oldest change, or the next deadline (then what has none, newest first). */
    public enum Order {
        NEWEST,
        OLDEST_CHANGE,
        NEXT_DUE
    }
}
