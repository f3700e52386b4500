package jp.tsunagi.gateway.site;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Reports which services are ready. It never fails: the gateway must stay in service for the other services when one is
 * down.
 */
@Wellness
@ApplicationScoped
class BackendsCheck implements HealthCheck {

    private final Backends backends;

    BackendsCheck(Backends backends) {
        this.backends = backends;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("services").up();
        backends.check("/q/health/ready")
                .forEach((backend, ready) -> answer.withData(backend.id(), ready ? "ready" : "away"));
        return answer.build();
    }
}
