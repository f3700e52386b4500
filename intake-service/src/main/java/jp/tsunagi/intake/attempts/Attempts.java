package jp.tsunagi.intake.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * Slows down whoever guesses confirmation codes: after five wrong ones a source waits, each time twice as long.
 *
 * <p>Counted per source and never per code or case, or anybody could lock a victim out of the mailbox. In memory and
 * bounded: a restart forgets, the gateway's limits stay.
 */
@ApplicationScoped
public class Attempts {

    static final int FREE = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> bySource = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Attempts(Clock clock) {
        this.clock = clock;
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
    public synchronized void check(String source) {
        Failures failures = bySource.get(source);
        Instant now = clock.instant();
        if (failures == null || !now.isBefore(failures.nextAllowed())) {
            return;
        }
        long seconds = Math.max(1, Duration.between(now, failures.nextAllowed()).toSeconds() + 1);
        throw new Refusal(
                        Kind.TOO_MANY,
                        "too-many-attempts",
                        "少し待ってから試してください(あと%d秒)。".formatted(seconds),
                        "Please wait %d seconds before you try again.".formatted(seconds))
                .with("retryAfter", seconds);
    }

    public synchronized void failed(String source) {
        Instant now = clock.instant();
        bySource.merge(
                source,
                new Failures(1, now),
                (before, _) -> before.last().isBefore(now.minus(LONGEST_WAIT))
                        ? new Failures(1, now)
                        : new Failures(before.count() + 1, now));
    }

    public synchronized void succeeded(String source) {
        bySource.remove(source);
    }
}
