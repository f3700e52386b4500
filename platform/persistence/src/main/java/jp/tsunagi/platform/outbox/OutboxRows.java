package jp.tsunagi.platform.outbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.time.Ids;

/** The table of events to announce. */
@ApplicationScoped
class OutboxRows implements PanacheRepositoryBase<OutboxRow, Long> {

    private static final String UNSENT = "sentAt is null";

    void insert(Event event, String payload, Instant now) {
        // The flush takes the aggregate's row lock first: the order of numbers is the order of commits.
        flush();
        UUID id = Ids.next();
        // What the table can hold, so that the consumer reads the very time that was hashed.
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        String previous = lastFingerprint(event.topic(), event.id());
        String fingerprint = Fingerprint.of(
                previous,
                payload.getBytes(StandardCharsets.UTF_8),
                id.toString(),
                event.type(),
                event.aggregate() + "/" + event.id(),
                Long.toString(event.sequence()),
                time.toString());
        getEntityManager()
                .createNativeQuery("""
                        insert into outbox
                            (id, topic, aggregatetype, aggregateid, type, version, payload, correlation, created_at,
                             previous, fingerprint)
                        values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as json), ?8, ?9, ?10, ?11)
                        """)
                .setParameter(1, id)
                .setParameter(2, event.topic())
                .setParameter(3, event.aggregate())
                .setParameter(4, event.id())
                .setParameter(5, event.type())
                .setParameter(6, event.sequence())
                .setParameter(7, payload)
                .setParameter(8, Correlation.current())
                .setParameter(9, time)
                .setParameter(10, previous)
                .setParameter(11, fingerprint)
                .executeUpdate();
    }

    private String lastFingerprint(String topic, String aggregate) {
        List<?> last = getEntityManager()
                .createNativeQuery(
                        "select fingerprint from outbox where topic = ?1 and aggregateid = ?2 order by seq desc limit 1")
                .setParameter(1, topic)
                .setParameter(2, aggregate)
                .getResultList();
        return last.isEmpty() ? Fingerprint.NONE : (String) last.getFirst();
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
