package jp.tsunagi.platform.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows an operator how many events wait to be sent, and how long the oldest has waited. Never makes the service
 * unready: what was accepted is safe, and more can be (docs/security.md P15).
 */
@Readiness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private final OutboxRows unsent;
    private final Clock clock;

    OutboxHealth(OutboxRows unsent, Clock clock) {
        this.unsent = unsent;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Unsent waiting = unsent();
        return HealthCheckResponse.named("outbox")
                .up()
                .withData("waiting", waiting.count)
                .withData("oldest-seconds", waiting.oldestSeconds)
                .build();
    }

    /** Events that are committed and not sent, and for how long the oldest of them waits. */
    record Unsent(long count, long oldestSeconds) {}

    Unsent unsent() {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Unsent(
                        unsent.countUnsent(),
                        unsent.oldestUnsent()
                                .map(since ->
                                        Duration.between(since, clock.instant()).toSeconds())
                                .orElse(0L)));
    }
}
