package jp.tsunagi.platform.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows an operator for each incoming channel how many events still have to be processed ({@code …-behind}; {@code -1}
 * while the broker is away), for how long the oldest has failed ({@code failing-seconds}), and how many were parked.
 * Never makes the service unready: what was announced stays in Kafka (docs/security.md P15).
 */
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {

    /** A consumer is asked on the thread that polls, so no question may hold it for long. */
    private static final Duration BROKER = Duration.ofMillis(300);

    private static final long ANSWER_MILLIS = 1_000;
    private static final long UNKNOWN = -1;

    private final KafkaClientService kafka;
    private final Inbox inbox;
    private final DeadLetterRows parked;
    private final Clock clock;

    InboxHealth(KafkaClientService kafka, Inbox inbox, DeadLetterRows parked, Clock clock) {
        this.kafka = kafka;
        this.inbox = inbox;
        this.parked = parked;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        // All channels are asked before the first answer is awaited: together they take no longer than one.
        Map<String, CompletableFuture<Long>> behind = new TreeMap<>();
        kafka.getConsumerChannels().forEach(channel -> behind.put(channel, behind(channel)));
        long parkedEvents = QuarkusTransaction.requiringNew().call(parked::count);
        var health = HealthCheckResponse.named("inbox")
                .up()
                .withData("parked", parkedEvents)
                .withData(
                        "failing-seconds",
                        inbox.failingSince()
                                .map(since ->
                                        Duration.between(since, clock.instant()).toSeconds())
                                .orElse(0L));
        behind.forEach((channel, events) -> health.withData(channel + "-behind", events.join()));
        return health.build();
    }

    private CompletableFuture<Long> behind(String channel) {
        Function<Consumer<String, byte[]>, Long> count = this::countBehind;
        return kafka.<String, byte[]>getConsumer(channel)
                .runOnPollingThread(count)
                .subscribeAsCompletionStage()
                .completeOnTimeout(UNKNOWN, ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(_ -> UNKNOWN);
    }

    private long countBehind(Consumer<String, byte[]> consumer) {
        var partitions = consumer.assignment();
        var committed = consumer.committed(partitions, BROKER);
        var ends = consumer.endOffsets(partitions, BROKER);
        long behind = 0;
        for (var first : consumer.beginningOffsets(partitions, BROKER).entrySet()) {
            TopicPartition partition = first.getKey();
            var mark = committed.get(partition);
            long next = Math.max(inbox.nextOffset(partition), mark == null ? first.getValue() : mark.offset());
            behind += Math.max(0, ends.getOrDefault(partition, next) - next);
        }
        return behind;
    }
}
