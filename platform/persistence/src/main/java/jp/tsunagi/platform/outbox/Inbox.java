package jp.tsunagi.platform.outbox;

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
import jp.tsunagi.platform.rowsecurity.RowAccess;
import jp.tsunagi.platform.time.Stopping;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Where an event enters a service. Its inbox row, the aggregate's new position and its effect commit together, so a
 * redelivery changes nothing; and it enters only as the successor of what was worked in last ({@link Link}), so nothing
 * is left out and nothing is overtaken.
 *
 * <p>A record is parked only for what its own effect refuses, and only when it refuses it three times. Whatever else
 * fails (the pool, a lock, the commit, the parking itself, a class that cannot be loaded) is an outage in one of its
 * many shapes: the record is tried again until it works, because to go on would lose it, and a failed channel would
 * consume nothing until the service is restarted.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final History history;
    private final DeadLetters deadLetters;
    private final RowAccess access;
    private final PositionRows positions;
    private final Clock clock;
    private final Stopping stopping = new Stopping();
    private final Map<TopicPartition, Long> nextOffsets = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Instant> failing = new ConcurrentHashMap<>();

    Inbox(History history, DeadLetters deadLetters, RowAccess access, PositionRows positions, Clock clock) {
        this.history = history;
        this.deadLetters = deadLetters;
        this.access = access;
        this.positions = positions;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.stop();
    }

    /** Applies the effect of each event exactly once; returns when that, or the event's parking, is committed. */
    public void receive(ConsumerRecords<String, byte[]> records, Consumer<ReceivedEvent> effect) {
        follow(records, event -> {
            if (!event.again()) {
                effect.accept(event);
            }
        });
    }

    /**
     * As {@link #receive}, for a projection: state that is made of an aggregate's events and nothing else. When something
     * was worked in that the owner never said, all of the aggregate's true events are applied again from the first one
     * on; that one has to replace what is there.
     */
    public void follow(ConsumerRecords<String, byte[]> records, Consumer<ReceivedEvent> effect) {
        if (records.count() == 1 || !areWorkedInTogether(records, effect)) {
            records.forEach(record -> untilItWorks(record, () -> {
                access.openEverything();
                history.advance(record, effect);
            }));
        }
    }

    /** In one transaction, because a commit costs more than a record. Each gets its own when one of them fails. */
    private boolean areWorkedInTogether(ConsumerRecords<String, byte[]> records, Consumer<ReceivedEvent> effect) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                access.openEverything();
                positions.giveWay();
                records.forEach(record -> {
                    Correlation.begin(Headers.of(record, "ce_correlationid"));
                    history.advance(record, effect);
                });
            });
            records.forEach(this::done);
            return true;
        } catch (RuntimeException | Error refusedOrOutage) {
            LOG.debugf("%d records are tried one by one: %s", records.count(), refusedOrOutage);
            return false;
        }
    }

    /** Tries in transactions until one commits; parks the record when the work itself refuses it three times. */
    void untilItWorks(ConsumerRecord<String, byte[]> record, Runnable work) {
        Correlation.begin(Headers.of(record, "ce_correlationid"));
        var partition = new TopicPartition(record.topic(), record.partition());
        List<Refused> refusals = new ArrayList<>();
        for (Duration wait = FIRST_WAIT; ; wait = longer(wait)) {
            try {
                if (refusals.size() < TRIES) {
                    QuarkusTransaction.requiringNew().run(work);
                } else {
                    park(record, refusals.getLast().reason);
                }
                done(record);
                return;
            } catch (Refused refused) {
                refusals.add(refused);
            } catch (RuntimeException | Error outage) {
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

    private void done(ConsumerRecord<String, byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        nextOffsets.put(partition, record.offset() + 1);
        failing.remove(partition);
    }

    /** Since when the record of the topic that has failed longest is tried again; empty when none is. */
    Optional<Instant> failingSince(String topic) {
        return failing.entrySet().stream()
                .filter(one -> one.getKey().topic().equals(topic))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder());
    }

    /** The record after the last one that this instance has processed; 0 before its first of the partition. */
    long nextOffset(TopicPartition partition) {
        return nextOffsets.getOrDefault(partition, 0L);
    }

    private void park(ConsumerRecord<String, byte[]> record, Throwable reason) {
        LOG.errorf(reason, "%s offset %d is parked", record.topic(), record.offset());
        QuarkusTransaction.requiringNew()
                .run(() -> deadLetters.park(record, reason.getClass().getSimpleName()));
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
