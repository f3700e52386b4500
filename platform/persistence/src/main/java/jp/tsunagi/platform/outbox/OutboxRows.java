package jp.tsunagi.platform.outbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.time.Ids;

/** The table of events to announce. */
@ApplicationScoped
class OutboxRows implements PanacheRepositoryBase<OutboxRow, Long> {

    private static final String UNSENT = "sentAt is null";

    private static final PendingRows.Kind ROW = new PendingRows.Kind(
            "announced", """
            insert into outbox
                (id, topic, aggregatetype, aggregateid, type, version, payload, correlation, created_at, previous, fingerprint)
            select id::uuid, topic, aggregatetype, aggregateid, type, version, payload::json, correlation, happened::timestamptz,
                   previous,
                   event_fingerprint(
                       array[previous, id, type, aggregatetype || '/' || aggregateid, version::text, happened], payload)
              from (values\s""",
            "(?, ?, ?, ?, ?, ?::bigint, ?, ?, ?)", """
            ) as added (id, topic, aggregatetype, aggregateid, type, version, payload, correlation, happened)
                   cross join lateral (
                       select coalesce((select fingerprint from outbox o
                                         where o.topic = added.topic and o.aggregateid = added.aggregateid
                                         order by seq desc limit 1), '') as previous) last""");

    private final PendingRows pending;

    OutboxRows(PendingRows pending) {
        this.pending = pending;
    }

    void insert(Event event, String payload, Instant now) {
        pending.addAfter(
                event.topic() + " " + event.id(),
                ROW,
                Ids.next().toString(),
                event.topic(),
                event.aggregate(),
                event.id(),
                event.type(),
                event.sequence(),
                payload,
                Correlation.current(),
                // What the table can hold, so that the consumer reads the very time that was hashed.
                now.truncatedTo(ChronoUnit.MICROS).toString());
    }

    /** Requests need not be kept: whoever still misses something asks again. */
    void deleteSent(String topic) {
        getEntityManager()
                .createNativeQuery("delete from outbox where topic = ?1 and sent_at is not null")
                .setParameter(1, topic)
                .executeUpdate();
    }

    long countUnsent() {
        return count(UNSENT);
    }

    Optional<Instant> oldestUnsent() {
        return find(UNSENT, Sort.by("seq")).firstResultOptional().map(row -> row.createdAt);
    }
}
