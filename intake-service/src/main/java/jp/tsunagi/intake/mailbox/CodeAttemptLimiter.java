package jp.tsunagi.intake.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.problem.Refusal;

/**
 * Slows down whoever guesses confirmation codes: after five wrong ones a source waits, each time twice as long.
 *
 * <p>Counted per source and never per code or case, or anybody could lock a victim out of the mailbox. In memory and
 * bounded: a restart forgets, the gateway's limits stay.
 */
@ApplicationScoped
public class CodeAttemptLimiter {

    static final int FREE = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Cache<String, Failures> bySource;

    CodeAttemptLimiter(Clock clock) {
        this.clock = clock;
        this.bySource = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(LONGEST_WAIT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private record Failures(int count, Instant last) {

        Instant nextAllowed() {
            if (count < FREE) {
                return Instant.MIN;
            }
            Duration wait = Duration.ofSeconds(1L << Math.min(count - FREE, 16));
            return last.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        }
    }

    /** Refuses a source that has to wait, before anything is looked up for it. */
    public void check(String source) {
        Failures failures = bySource.getIfPresent(source);
        Instant now = clock.instant();
        if (failures != null && now.isBefore(failures.nextAllowed())) {
            long seconds = Duration.between(now, failures.nextAllowed()).toSeconds() + 1;
            throw new Refusal(IntakeProblem.TOO_MANY_ATTEMPTS).with("retryAfter", seconds);
        }
    }

    public void failed(String source) {
        Instant now = clock.instant();
        bySource.asMap().merge(source, new Failures(1, now), (before, _) -> new Failures(before.count() + 1, now));
    }

    public void succeeded(String source) {
        bySource.invalidate(source);
    }
}
