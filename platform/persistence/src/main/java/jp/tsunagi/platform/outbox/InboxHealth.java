package jp.tsunagi.platform.outbox;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows an operator for each incoming channel how many events still have to be worked in ({@code …-behind}; {@code -1}
 * while the broker is away), and for how long the oldest has failed ({@code failing-seconds}). Never makes the service
 * unready: what was announced stays in Kafka (docs/security-requirements.md P15).
 */
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long UNKNOWN = -1;

    private final KafkaClientService kafka;
    private final Inbox inbox;
    private final Clock clock;

    InboxHealth(KafkaClientService kafka, Inbox inbox, Clock clock) {
        this.kafka = kafka;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("inbox")
                .up()
                .withData(
                        "failing-seconds",
                        inbox.failingSince()
                                .map(since ->
                                        Duration.between(since, clock.instant()).toSeconds())
                                .orElse(0L));
        kafka.getConsumerChannels().forEach(channel -> health.withData(channel + "-behind", behind(channel)));
        return health.build();
    }

    private long behind(String channel) {
        try {
            Function<Consumer<String, byte[]>, Long> count = this::countBehind;
            return kafka.<String, byte[]>getConsumer(channel)
                    .runOnPollingThread(count)
                    .await()
                    .atMost(PATIENCE);
        } catch (KafkaException | TimeoutException away) {
            return UNKNOWN;
        }
    }

    private long countBehind(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> partitions = consumer.assignment();
        var committed = consumer.committed(partitions, PATIENCE);
        return consumer.endOffsets(partitions, PATIENCE).entrySet().stream()
                .mapToLong(end -> {
                    var mark = committed.get(end.getKey());
                    long done = Math.max(
                            mark == null ? 0 : mark.offset(),
                            inbox.nextOffset(end.getKey()).orElse(0));
                    return Math.max(0, end.getValue() - done);
                })
                .sum();
    }
}
