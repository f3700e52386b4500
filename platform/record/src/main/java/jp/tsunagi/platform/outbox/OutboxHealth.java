package jp.tsunagi.platform.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows an operator how many events wait to be sent, how long the oldest has waited, and how many were parked. Never
 * makes the service unready: what was accepted is safe, and more can be (security.md P15).
 */
@Readiness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private final EntityManager entities;

    OutboxHealth(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public HealthCheckResponse call() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Object[] counts = (Object[]) entities.createNativeQuery("""
                            select count(*), coalesce(extract(epoch from now() - min(created_at)), 0)::bigint,
                                   (select count(*) from dead_letter)
                              from outbox where sent_at is null
                            """).getSingleResult();
            return HealthCheckResponse.named("events")
                    .up()
                    .withData("waiting", ((Number) counts[0]).longValue())
                    .withData("oldest-seconds", ((Number) counts[1]).longValue())
                    .withData("parked", ((Number) counts[2]).longValue())
                    .build();
        });
    }
}
