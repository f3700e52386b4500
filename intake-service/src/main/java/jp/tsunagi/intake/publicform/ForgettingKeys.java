package jp.tsunagi.intake.publicform;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.platform.idempotency.Idempotency;

/**
 * Forgets the keys of consulters a day after they were used: long enough for a phone that was offline to repeat its
 * request, and what was answered does not outlive the data key that erases a person.
 */
@ApplicationScoped
class ForgettingKeys {

    static final Duration KEPT = Duration.ofHours(24);

    /** Everybody whose keys are not those of an account. */
    private static final List<String> CONSULTERS = List.of(ConsultationResource.CLIENT, ConsultPage.CLIENT, "mailbox");

    private final Idempotency idempotency;
    private final Clock clock;

    ForgettingKeys(Idempotency idempotency, Clock clock) {
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        CONSULTERS.forEach(client -> idempotency.forget(client, before));
    }
}
