package jp.tsunagi.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of how far this service has followed each aggregate of others. */
@ApplicationScoped
class PositionRows {

    private static final String OF_ONE = " where topic = ?1 and aggregate = ?2";

    private final EntityManager entities;

    PositionRows(EntityManager entities) {
        this.entities = entities;
    }

    /** One aggregate that its owner shall be asked about. */
    record Question(String topic, String aggregate, String fingerprint) {}

    /** The fingerprint of what was worked in last. Until the transaction ends, nobody else follows the aggregate. */
    String lock(String topic, String aggregate) {
        query(topic, aggregate, "insert into inbox_position (topic, aggregate) values (?1, ?2) on conflict do nothing")
                .executeUpdate();
        return (String) query(topic, aggregate, "select fingerprint from inbox_position" + OF_ONE + " for update")
                .getSingleResult();
    }

    void moveTo(Link link, Instant now) {
        query(
                        link.topic(),
                        link.aggregate(),
                        "update inbox_position set fingerprint = ?3, moved_at = ?4, waiting_since = null, asked_at = null"
                                + OF_ONE)
                .setParameter(3, link.fingerprint())
                .setParameter(4, now)
                .executeUpdate();
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
