package jp.tsunagi.platform.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;

/** What there is to say about the events that come in: what the consumers know, and what the tables know. */
@ApplicationScoped
class InboxFigures {

    /** A consumer is asked on the thread that polls, so no question may hold it for long. */
    private static final Duration BROKER = Duration.ofMillis(300);

    private static final long ANSWER_MILLIS = 1_000;
    static final long UNKNOWN = -1;

    private final KafkaClientService kafka;
    private final Inbox inbox;
    private final DeadLetterRows parked;
    private final PositionRows positions;
    private final Config config;
    private final Clock clock;

    InboxFigures(
            KafkaClientService kafka,
            Inbox inbox,
            DeadLetterRows parked,
            PositionRows positions,
            Config config,
            Clock clock) {
        this.config = config;
        this.kafka = kafka;
        this.inbox = inbox;
        this.parked = parked;
        this.positions = positions;
        this.clock = clock;
    }

    Set<String> channels() {
        return kafka.getConsumerChannels();
    }

    /** How many events each channel still has to process; {@code -1} while the broker is away. */
    Map<String, Long> behind() {
        // All channels are asked before the first answer is awaited: together they take no longer than one.
        Map<String, CompletableFuture<Long>> asked = new TreeMap<>();
        channels().forEach(channel -> asked.put(channel, behind(channel)));
        Map<String, Long> behind = new TreeMap<>();
        asked.forEach((channel, events) -> behind.put(channel, events.join()));
        return behind;
    }

    /** For how long the record of the channel that has failed longest is tried again. */
    long failingSeconds(String channel) {
        return secondsSince(inbox.failingSince(topic(channel)));
    }

    private String topic(String channel) {
        return config.getValue("mp.messaging.incoming." + channel + ".topic", String.class);
    }

    /** What the tables know: events parked, aggregates that miss an event, how long, and differences found so far. */
    Tables tables() {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Tables(
                        parked.count(),
                        positions.countWaiting(),
                        secondsSince(positions.waitingSince()),
                        positions.countDifferences()));
    }

    record Tables(long parked, long waiting, long waitingSeconds, long differences) {}

    private long secondsSince(Optional<Instant> since) {
        return since.map(start -> Duration.between(start, clock.instant()).toSeconds())
                .orElse(0L);
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
