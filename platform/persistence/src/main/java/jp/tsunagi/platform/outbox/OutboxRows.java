package jp.tsunagi.platform.outbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.time.Ids;

/** The table of events to announce. */
@ApplicationScoped
class OutboxRows implements PanacheRepositoryBase<OutboxRow, Long> {

    private static final String UNSENT = "sentAt is null";

    void insert(Event event, String payload, Instant now) {
        // The flush takes the aggregate's row lock first: the order of numbers is the order of commits.
        flush();
        getEntityManager()
                .createNativeQuery("""
                        insert into outbox
                            (id, topic, aggregatetype, aggregateid, type, version, payload, correlation, created_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as json), ?8, ?9)
                        """)
                .setParameter(1, Ids.next())
                .setParameter(2, event.topic())
                .setParameter(3, event.aggregate())
                .setParameter(4, event.id())
                .setParameter(5, event.type())
                .setParameter(6, event.sequence())
                .setParameter(7, payload)
                .setParameter(8, Correlation.current())
                .setParameter(9, now)
                .executeUpdate();
    }

    long countUnsent() {
        return count(UNSENT);
    }

    Optional<Instant> oldestUnsent() {
        return find(UNSENT, Sort.by("seq")).firstResultOptional().map(row -> row.createdAt);
    }
}
