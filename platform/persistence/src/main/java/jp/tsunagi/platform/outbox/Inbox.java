package jp.tsunagi.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.problem.TransientFailures;
import jp.tsunagi.platform.time.Stopping;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Where an event enters a service: its inbox row and its effect commit together, so a redelivery changes nothing.
 *
 * <p>When the database is away, the record is tried again until it is back, because to go on would lose it. Any other
 * failure is the record's: it is parked with all that follows of the same aggregate, and the partition goes on.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final InboxRows rows;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;
    private final Clock clock;
    private final Stopping stopping = new Stopping();

    Inbox(InboxRows rows, DeadLetters deadLetters, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.deadLetters = deadLetters;
        this.json = json;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.stop();
    }

    /** Works the event in exactly once; returns when that, or its parking, is committed. */
    public void receive(ConsumerRecord<String, byte[]> record, Consumer<ReceivedEvent> effect) {
        Correlation.begin(ReceivedEvent.header(record, "ce_correlationid"));
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                receiveOnce(record, effect);
                return;
            } catch (RuntimeException failure) {
                if (!TransientFailures.isCauseOf(failure)) {
                    throw failure;
                }
                LOG.warnf("%s offset %d waits: the database is away", record.topic(), record.offset());
            }
            if (stopping.isStoppingAfter(wait)) {
                throw new IllegalStateException("stopped before the event was worked in; it comes again");
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    private void receiveOnce(ConsumerRecord<String, byte[]> record, Consumer<ReceivedEvent> effect) {
        if (QuarkusTransaction.requiringNew().call(() -> deadLetters.parkBehind(record))) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                ReceivedEvent event = ReceivedEvent.read(record, json);
                if (rows.insertIfAbsent(event, clock.instant())) {
                    effect.accept(event);
                }
            });
        } catch (RuntimeException unworkable) {
            if (TransientFailures.isCauseOf(unworkable)) {
                throw unworkable;
            }
            LOG.errorf(unworkable, "%s offset %d is parked", record.topic(), record.offset());
            QuarkusTransaction.requiringNew()
                    .run(() -> deadLetters.park(record, unworkable.getClass().getSimpleName()));
        }
    }
}
