package jp.tsunagi.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are asked for together, asked once: several metrics show parts of what one question to the database or the
 * broker answers. Empty while nobody answers.
 */
class Recent<T> {

    private static final Logger LOG = Logger.getLogger(Recent.class);
    private static final Duration AGE = Duration.ofSeconds(1);

    private final Supplier<T> question;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private @Nullable T answer;

    Recent(Supplier<T> question, Clock clock) {
        this.question = question;
        this.clock = clock;
    }

    synchronized Optional<T> get() {
        if (clock.instant().minus(AGE).isAfter(askedAt)) {
            answer = ask();
            askedAt = clock.instant();
        }
        return Optional.ofNullable(answer);
    }

    private @Nullable T ask() {
        try {
            return question.get();
        } catch (RuntimeException away) {
            LOG.warnf("no figures: %s", away.getClass().getSimpleName());
            return null;
        }
    }
}
