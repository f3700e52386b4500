package jp.tsunagi.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.platform.commit.PendingRows;

/** The table of how far this service has followed each aggregate of others. */
@ApplicationScoped
class PositionRows {

    private static final String OF_ONE = " where topic = ?1 and aggregate = ?2";

    private static final PendingRows.Kind MOVED = new PendingRows.Kind("moved", """
            update inbox_position p
               set fingerprint = reached.fingerprint, moved_at = reached.at, waiting_since = null, asked_at = null
              from (values\s""", "(?, ?, ?, ?::timestamptz)", """
            ) as reached (topic, aggregate, fingerprint, at)
             where p.topic = reached.topic and p.aggregate = reached.aggregate""");

    private final EntityManager entities;
    private final PendingRows pending;

    PositionRows(EntityManager entities, PendingRows pending) {
        this.entities = entities;
        this.pending = pending;
    }

    /** One aggregate that its owner shall be asked about. */
    record Question(String topic, String aggregate, String fingerprint) {}

    /**
     * How far an aggregate has been followed.
     *
     * @param fingerprint of what was worked in last
     * @param hasParked whether an event of it is parked
     */
    record Position(String fingerprint, boolean hasParked) {}

    /** Until the transaction ends, nobody else follows the aggregate. The update changes nothing: it waits and reads. */
    Position lock(String topic, String aggregate) {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        insert into inbox_position as p (topic, aggregate) values (?1, ?2)
                        on conflict (topic, aggregate) do update set fingerprint = p.fingerprint
                        returning fingerprint, exists (
                            select from dead_letter d where d.topic = p.topic and d.aggregate = p.aggregate)
                        """, Object[].class)
                .setParameter(1, topic)
                .setParameter(2, aggregate)
                .getSingleResult();
        return new Position((String) row[0], (Boolean) row[1]);
    }

    /**
     * The current transaction gives up a lock that it does not get at once. It follows many aggregates; of it and somebody
     * who waits for it, PostgreSQL would cancel either one (after deadlock_timeout, 1 s).
     */
    void giveWay() {
        entities.createNativeQuery("select set_config('lock_timeout', '300ms', true)", String.class)
                .getSingleResult();
    }

    void moveTo(Link link, Instant now) {
        pending.add(MOVED, link.topic(), link.aggregate(), link.fingerprint(), now.toString());
    }

    void confirm(Link link) {
        query(
                        link.topic(),
                        link.aggregate(),
                        "update inbox_position set waiting_since = null, asked_at = null" + OF_ONE)
                .executeUpdate();
    }

    void await(Link link, Instant now) {
        query(
                        link.topic(),
                        link.aggregate(),
                        "update inbox_position set waiting_since = coalesce(waiting_since, ?3)" + OF_ONE)
                .setParameter(3, now)
                .executeUpdate();
    }

    void countDifference(Link link) {
        query(link.topic(), link.aggregate(), "update inbox_position set differences = differences + 1" + OF_ONE)
                .executeUpdate();
    }

    /** Waits for an owner that does not know the aggregate at all. One difference, however often it is asked. */
    void markUnknown(Link link, Instant now) {
        await(link, now);
        query(
                        link.topic(),
                        link.aggregate(),
                        "update inbox_position set differences = greatest(differences, 1)" + OF_ONE)
                .executeUpdate();
    }

    /**
     * Aggregates that miss an event and whose owner has not been asked, or long ago: the longer one has waited, the
     * rarer it is asked about. A parked aggregate waits for an operator.
     */
    List<Question> askAboutWaiting(Instant now, Duration again) {
        return questions("""
                update inbox_position p set asked_at = ?1
                 where waiting_since is not null
                   and (asked_at is null or ?1 - asked_at > greatest(cast(?2 as interval), asked_at - waiting_since))
                   and not exists (select 1 from dead_letter d where d.topic = p.topic and d.aggregate = p.aggregate)
                returning topic, aggregate, fingerprint
                """, now, again.toSeconds() + " seconds");
    }

    List<Question> findMoved(Instant since, Instant until) {
        return questions(
                "select topic, aggregate, fingerprint from inbox_position where moved_at > ?1 and moved_at < ?2",
                since,
                until);
    }

    long countWaiting() {
        return count("select count(*) from inbox_position where waiting_since is not null");
    }

    long countDifferences() {
        return count("select coalesce(sum(differences), 0) from inbox_position where differences > 0");
    }

    Optional<Instant> waitingSince() {
        return Optional.ofNullable((Instant) entities.createNativeQuery(
                        "select min(waiting_since) from inbox_position where waiting_since is not null", Instant.class)
                .getSingleResult());
    }

    private Query query(String topic, String aggregate, String statement) {
        return entities.createNativeQuery(statement).setParameter(1, topic).setParameter(2, aggregate);
    }

    private List<Question> questions(String statement, Object... parameters) {
        Query query = entities.createNativeQuery(statement, Object[].class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return ((List<?>) query.getResultList())
                .stream()
                        .map(Object[].class::cast)
                        .map(row -> new Question((String) row[0], (String) row[1], (String) row[2]))
                        .toList();
    }

    private long count(String statement) {
        return ((Number) entities.createNativeQuery(statement).getSingleResult()).longValue();
    }
}
