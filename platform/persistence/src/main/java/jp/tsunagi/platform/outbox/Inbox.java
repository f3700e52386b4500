package jp.tsunagi.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.problem.TransientFailures;
import jp.tsunagi.platform.time.Stopping;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Where an event enters a service: its inbox row and its effect commit together, so a redelivery changes nothing.
 *
 * <p>A record is parked, with all that follows of the same aggregate, only for what its own effect refuses, and only
 * when it refuses it three times. Whatever else fails (the pool, a lock, the commit, the parking itself) is an outage in
 * one of its many shapes: the record is tried again until it works, because to go on would lose it, and a failed channel
 * would consume nothing until the service is restarted.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final InboxRows rows;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;
    private final Clock clock;
    private final Stopping stopping = new Stopping();
    private final Map<TopicPartition, Long> nextOffsets = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Instant> failing = new ConcurrentHashMap<>();

    Inbox(InboxRows rows, DeadLetters deadLetters, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.deadLetters = deadLetters;
        this.json = json;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.stop();
    }

    /** Processes the event exactly once; returns when that, or its parking, is committed. */
    public void receive(ConsumerRecord<String, byte[]> record, Consumer<ReceivedEvent> effect) {
        Correlation.begin(ReceivedEvent.header(record, "ce_correlationid"));
        var partition = new TopicPartition(record.topic(), record.partition());
        List<RefusedByEffect> refusals = new ArrayList<>();
        for (Duration wait = FIRST_WAIT; ; wait = longer(wait)) {
            try {
                if (refusals.size() < TRIES) {
                    process(record, effect);
                } else {
                    park(record, refusals.getLast().reason);
                }
                nextOffsets.put(partition, record.offset() + 1);
                failing.remove(partition);
                return;
            } catch (RefusedByEffect refused) {
                refusals.add(refused);
            } catch (RuntimeException outage) {
                LOG.warnf("%s offset %d waits: %s", record.topic(), record.offset(), outage);
                // What looked like a refusal of the effect may have been the beginning of the outage.
                refusals.clear();
            }
            failing.putIfAbsent(partition, clock.instant());
            if (stopping.isStoppingAfter(wait)) {
                throw new IllegalStateException("stopped before the event was processed; it comes again");
            }
        }
    }

    /** Since when the record that has failed longest is tried again; empty when none is. */
    Optional<Instant> failingSince() {
        return failing.values().stream().min(Comparator.naturalOrder());
    }

    /** The record after the last one that this instance has processed; 0 before its first of the partition. */
    long nextOffset(TopicPartition partition) {
        return nextOffsets.getOrDefault(partition, 0L);
    }

    private void process(ConsumerRecord<String, byte[]> record, Consumer<ReceivedEvent> effect) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!deadLetters.parkBehind(record)) {
                apply(record, effect);
            }
        });
    }

    private void apply(ConsumerRecord<String, byte[]> record, Consumer<ReceivedEvent> effect) {
        try {
            ReceivedEvent event = ReceivedEvent.read(record, json);
            if (rows.insertIfAbsent(event, clock.instant())) {
                effect.accept(event);
                // What the tables refuse is refused here and not at the commit, which fails for outages only.
                rows.flush();
            }
        } catch (RuntimeException failure) {
            throw TransientFailures.isCauseOf(failure) ? failure : new RefusedByEffect(failure);
        }
    }

    private void park(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        LOG.errorf(reason, "%s offset %d is parked", record.topic(), record.offset());
        QuarkusTransaction.requiringNew()
                .run(() -> deadLetters.park(record, reason.getClass().getSimpleName()));
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    /** The effect of this one record failed, and not for want of the database. */
    private static final class RefusedByEffect extends RuntimeException {
        private final RuntimeException reason;

        RefusedByEffect(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
