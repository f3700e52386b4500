package jp.tsunagi.platform.outbox;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Says that the service has to be restarted when a channel has ended: {@link Inbox} lets no failure out, but the
 * connector ends a channel for reasons of its own, and then it reads nothing and reports nothing.
 */
@Liveness
@ApplicationScoped
class ChannelHealth implements HealthCheck {

    private final KafkaClientService kafka;

    ChannelHealth(KafkaClientService kafka) {
        this.kafka = kafka;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> ended = kafka.getConsumerChannels().stream()
                .filter(channel -> hasEnded(kafka.getConsumer(channel)))
                .sorted()
                .toList();
        var health = HealthCheckResponse.named("channels").status(ended.isEmpty());
        ended.forEach(channel -> health.withData(channel, "ended"));
        return health.build();
    }

    /** The polling thread of a closed consumer takes no questions; a busy one answers later, which is no end. */
    private static boolean hasEnded(KafkaConsumer<Object, Object> consumer) {
        try {
            consumer.runOnPollingThread(_ -> {})
                    .subscribeAsCompletionStage()
                    .orTimeout(1, TimeUnit.SECONDS)
                    .exceptionally(late -> {
                        if (late instanceof TimeoutException) {
                            return null;
                        }
                        throw new IllegalStateException(late);
                    })
                    .join();
            return false;
        } catch (RuntimeException closed) {
            return true;
        }
    }
}
