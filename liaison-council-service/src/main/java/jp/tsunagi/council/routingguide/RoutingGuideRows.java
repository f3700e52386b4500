package jp.tsunagi.council.routingguide;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries of the table of versions of the routing guide. */
@ApplicationScoped
class RoutingGuideRows implements PanacheRepositoryBase<RoutingGuideRow, UUID> {

    /** Lets one proposal at a time count the versions before it; the others wait for the end of its transaction. */
    void lockForProposal() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('routing_guide'))")
                .getSingleResult();
    }

    Optional<RoutingGuideRow> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The time it takes tells nothing of a version that is not asked for: its text is not read. */
    Optional<RoutingGuideRow> find(UUID id, boolean all) {
        return find("id = ?1 and (?2 = true or status = ?3)", id, all, GuideStatus.ADOPTED)
                .firstResultOptional();
    }

    Optional<RoutingGuideRow> findLast() {
        return findAll(Sort.descending("number")).firstResultOptional();
    }

    Optional<RoutingGuideRow> findProposed() {
        return find("status", GuideStatus.PROPOSED).firstResultOptional();
    }

    Optional<RoutingGuideRow> findAdoptedBefore(int number) {
        return find("status = ?1 and number < ?2", Sort.descending("number"), GuideStatus.ADOPTED, number)
                .firstResultOptional();
    }

    /** Those that carry out the decision on a topic, newest first. */
    List<GuideLine> findByTopic(UUID topic, boolean all, int size) {
        return lines("topicId = :asked", topic, all, size);
    }

    /** Newest first. */
    List<GuideLine> findNewest(boolean all, int before, int size) {
        return lines("number < :asked", before, all, size);
    }

    private List<GuideLine> lines(String condition, Object asked, boolean all, int size) {
        return find(
                        condition + " and (:all = true or status = :adopted)",
                        Sort.descending("number"),
                        Map.of("asked", asked, "all", all, "adopted", GuideStatus.ADOPTED))
                .project(GuideLine.class)
                .range(0, size - 1)
                .list();
    }
}
