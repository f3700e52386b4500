package jp.tsunagi.council.topic;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.council.publication.TopicReader;

/** The queries of the table of topics. */
@ApplicationScoped
class TopicRows implements PanacheRepositoryBase<TopicRow, UUID> {

    List<TopicRow> findAll(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    Optional<TopicRow> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Newest first: ids grow with time. */
    List<TopicRow> findNewest(TopicReader reader, UUID before, int size, Instant now) {
        return find(
                        """
                        id < :before
                        and (:all = true
                            or proposerAgency = :own
                            or (visibility in :circles and (embargoUntil is null or embargoUntil <= :now)
                                and (takenDownAt is null or restoredAt is not null)))
                        order by id desc""",
                        Map.of(
                                "before", before,
                                "all", reader.readsEverything(),
                                "own", reader.proposesFor(),
                                "circles", reader.circles(),
                                "now", now))
                .range(0, size - 1)
                .list();
    }

    /** Topics of which the council has decided something, newest first. */
    List<TopicRow> findDecided(int size) {
        return find("status in ?1 order by id desc", List.of(TopicStatus.DECIDED, TopicStatus.CLOSED))
                .range(0, size - 1)
                .list();
    }

    /** Topics whose embargo has ended and that the other services have not been told of. */
    List<TopicRow> findUnannounced(Instant now) {
        return list(
                "announced = false and embargoUntil <= ?1 and (takenDownAt is null or restoredAt is not null)", now);
    }
}
