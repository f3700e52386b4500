package jp.tsunagi.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Consumer;
import jp.tsunagi.platform.commit.PendingRows;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * How far this service has followed the aggregates of others, and whether a record is the next step. What does not
 * follow is not kept: the aggregate waits, {@link Reconciliation} asks its owner, and the owner sends it again.
 */
@ApplicationScoped
class History {

    private static final Logger LOG = Logger.getLogger(History.class);

    private final PositionRows positions;
    private final InboxRows rows;
    private final DeadLetters deadLetters;
    private final PendingRows pending;
    private final ObjectMapper json;
    private final Clock clock;

    History(
            PositionRows positions,
            InboxRows rows,
            DeadLetters deadLetters,
            PendingRows pending,
            ObjectMapper json,
            Clock clock) {
        this.positions = positions;
        this.rows = rows;
        this.deadLetters = deadLetters;
        this.pending = pending;
        this.json = json;
        this.clock = clock;
    }

    /** Applies the effect when the record is the next step of its aggregate. */
    void advance(ConsumerRecord<String, byte[]> record, Consumer<ReceivedEvent> effect) {
        Link link = Refused.orGet(() -> Link.of(record));
        PositionRows.Position position = positions.lock(link.topic(), link.aggregate());
        InboxRows.Known known = rows.find(
                link, Headers.storable(Headers.of(record, "ce_source")), Headers.storable(Headers.of(record, "ce_id")));
        if (known.isParked()) {
            return;
        }
        switch (link.from(position.fingerprint())) {
            case NEXT -> workIn(record, link, position, known, effect);
            case AGAIN -> {
                LOG.errorf("%s %s: the owner's history differs, it begins again", link.topic(), link.aggregate());
                positions.countDifference(link);
                workIn(record, link, position, known, effect);
            }
            case CONFIRMED -> positions.confirm(link);
            case UNKNOWN -> {
                LOG.errorf("%s %s: its owner does not know it", link.topic(), link.aggregate());
                positions.markUnknown(link, clock.instant());
            }
            case OTHER -> {
                if (!known.isWorkedIn()) {
                    LOG.warnf("%s %s: an event is missing, or one is not its owner's", link.topic(), link.aggregate());
                    positions.await(link, clock.instant());
                }
            }
        }
    }

    private void workIn(
            ConsumerRecord<String, byte[]> record,
            Link link,
            PositionRows.Position position,
            InboxRows.Known known,
            Consumer<ReceivedEvent> effect) {
        ReceivedEvent event = Refused.orGet(() -> ReceivedEvent.read(record, known.isWorkedIn(), json));
        rows.insert(event, link.fingerprint(), clock.instant());
        positions.moveTo(link, clock.instant());
        if (position.hasParked()) {
            deadLetters.forget(record);
        }
        Refused.orGet(() -> {
            effect.accept(event);
            // What the tables refuse is refused here and not at the commit, which fails for outages only.
            pending.flushAndForget();
            return event;
        });
    }
}
