package jp.tsunagi.intake.handover;

import java.time.Instant;
import jp.tsunagi.vocabulary.DeliveryChannel;
import org.jspecify.annotations.Nullable;

/**
 * One step of a hand-over, with what was said: a line of its thread on the case page.
 *
 * @param version that the referral reached with it
 * @param byOrigin whether we took it
 * @param byName who of us; empty for the desk, whose staff its own people know
 * @param words what was said; null for nothing
 * @param forConsulter whether the desk agrees that the consulter reads the words
 * @param channel how it got to a desk outside the platform
 * @param passedOn when a counsellor passed the words on to the consulter
 */
public record ReferralEntry(
        long version,
        ReferralStep step,
        boolean byOrigin,
        String byName,
        @Nullable String words,
        boolean forConsulter,
        @Nullable DeliveryChannel channel,
        Instant at,
        @Nullable Instant passedOn) {

    /** Our own sending, which the case tells by itself, with the name of the counsellor. */
    public boolean sends() {
        return byOrigin && step == ReferralStep.SEND;
    }

    /** Whether a counsellor may still pass the words on. */
    public boolean waitsForPassingOn() {
        return forConsulter && words != null && passedOn == null;
    }
}
