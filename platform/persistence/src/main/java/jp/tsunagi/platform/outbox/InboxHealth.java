package jp.tsunagi.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows an operator for each incoming channel how many events still have to be processed ({@code …-behind}; {@code -1}
 * while the broker is away), for how long the oldest has failed ({@code failing-seconds}), how many were parked, how
 * many aggregates miss an event ({@code waiting}), and how often what was worked in was not what the owner had said
 * ({@code differences}). Never makes the service unready: what was announced stays in Kafka
 * (docs/security.md P15).
 */
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {

    private final InboxFigures figures;

    InboxHealth(InboxFigures figures) {
        this.figures = figures;
    }

    @Override
    public HealthCheckResponse call() {
        var behind = figures.behind();
        var tables = figures.tables();
        var health = HealthCheckResponse.named("inbox")
                .up()
                .withData("parked", tables.parked())
                .withData("waiting", tables.waiting())
                .withData("waiting-seconds", tables.waitingSeconds())
                .withData("differences", tables.differences())
                .withData("failing-seconds", longestFailure());
        behind.forEach((channel, events) -> health.withData(channel + "-behind", events));
        return health.build();
    }

    private long longestFailure() {
        return figures.channels().stream()
                .mapToLong(figures::failingSeconds)
                .max()
                .orElse(0);
    }
}
