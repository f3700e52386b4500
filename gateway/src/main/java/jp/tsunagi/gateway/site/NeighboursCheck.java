package jp.tsunagi.gateway.site;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Which services answer, as something to know and not as a failure: the gateway is ready by itself, and taking it away
 * because one service is down would take the others away, too.
 */
@Wellness
@ApplicationScoped
class NeighboursCheck implements HealthCheck {

    private final Neighbours neighbours;

    NeighboursCheck(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("services").up();
        neighbours
                .ask("/q/health/ready")
                .forEach((neighbour, ready) -> answer.withData(neighbour.word(), ready.isPresent() ? "ready" : "away"));
        return answer.build();
    }
}
