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
        return QuarkusTransaction.requiringNew()
                .call(() -> HealthCheckResponse.named("outbox")
                        .up()
                        .withData("waiting", unsent.countUnsent())
                        .withData(
                                "oldest-seconds",
                                unsent.oldestUnsent()
                                        .map(since -> Duration.between(since, clock.instant())
                                                .toSeconds())
                                        .orElse(0L))
                        .build());
    }
}
