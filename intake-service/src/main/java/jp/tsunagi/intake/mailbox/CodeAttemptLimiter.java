package jp.tsunagi.intake.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.listener.ClientNetwork;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses confirmation codes: after five wrong ones a source waits, each time twice as long, and one
 * wrong code is forgiven every five minutes. Only time forgives: a right code of one's own does not.
 *
 * <p>Counted per source and never per code or case, or anybody could lock a victim out of the mailbox. In memory and
 * bounded: a restart forgets, the gateway's limits stay.
 */
@ApplicationScoped
class CodeAttemptLimiter {

    static final int FREE = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    static final Duration FORGIVEN_AFTER = Duration.ofMinutes(5);

    /** More failures make nobody wait longer: 2^9 seconds are more than the longest wait. */
    private static final int MOST_COUNTED = FREE + 9;

    /** Member of the refusal: seconds to wait, also told as the header Retry-After. */
    static final String RETRY_AFTER = "retryAfter";

    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Cache<String, Failures> bySource;

    CodeAttemptLimiter(Clock clock) {
        this.clock = clock;
        this.bySource = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(FORGIVEN_AFTER.multipliedBy(MOST_COUNTED))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** @param count of wrong codes, less the part that time has forgiven when the last one came */
    private record Failures(double count, Instant last) {

        Failures oneMore(Instant now) {
            double forgiven = (double) Duration.between(last, now).toMillis() / FORGIVEN_AFTER.toMillis();
            return new Failures(Math.min(Math.max(0, count - forgiven) + 1, MOST_COUNTED), now);
        }

        Instant nextAllowed() {
            int counted = (int) Math.ceil(count);
            if (counted < FREE) {
                return Instant.MIN;
            }
            Duration wait = Duration.ofSeconds(1L << (counted - FREE));
            return last.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        }
    }

    /** Refuses a source that has to wait, before anything is looked up for it. */
    void check(@Nullable String source) {
        Failures failures = bySource.getIfPresent(ClientNetwork.of(source));
        Instant now = clock.instant();
        if (failures != null && now.isBefore(failures.nextAllowed())) {
            long seconds = Duration.between(now, failures.nextAllowed()).toSeconds() + 1;
            throw new Refusal(IntakeProblem.TOO_MANY_ATTEMPTS).with(RETRY_AFTER, seconds);
        }
    }

    void failed(@Nullable String source) {
        Instant now = clock.instant();
        bySource.asMap()
                .compute(
                        ClientNetwork.of(source),
                        (_, before) -> before == null ? new Failures(1, now) : before.oneMore(now));
    }
}
