package jp.tsunagi.referral.repository;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.referral.details.ReferralNumber;
import jp.tsunagi.referral.repository.ReferralQuery.Box;

/** The table of referrals. */
@ApplicationScoped
class ReferralRows implements PanacheRepositoryBase<ReferralRow, UUID> {

    private static final String INBOX = "details.targetAgency = :agency and sent = true and status in :statuses and ";
    private static final String OUTBOX = "details.originAgency = :agency and status in :statuses and ";
    private static final String NEWEST_FIRST = "id < :id order by id desc";
    private static final String OLDEST_CHANGE_FIRST = "(changedAt, id) > (:changedAt, :id) order by changedAt, id";

    /** Whoever decides at the same moment waits here until the first decision is committed. */
    Optional<ReferralRow> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The open referral of a consultation to a desk; asked under a lock that lasts until the transaction ends. */
    Optional<UUID> findOpen(String originAgency, String consultationRef, String targetDesk) {
        getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) locked")
                .setParameter(1, String.join("\n", originAgency, consultationRef, targetDesk))
                .getSingleResult();
        return find("""
                        details.originAgency = ?1 and details.consultationRef = ?2 and details.targetDesk = ?3
                        and status in (REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, ON_HOLD)""", originAgency, consultationRef, targetDesk)
                .firstResultOptional()
                .map(row -> row.id);
    }

    Optional<ReferralRow> findByNumber(ReferralNumber number) {
        return find("number", number.value()).firstResultOptional();
    }

    /** Counts the next referral; a count whose transaction is rolled back is left out. */
    long nextCount() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('referral_count')")
                        .getSingleResult())
                .longValue();
    }

    List<UUID> findIds(String originAgency, String consultationRef, String targetDesk) {
        return ids(list(
                "details.originAgency = ?1 and details.consultationRef = ?2 and details.targetDesk = ?3",
                Sort.by("id"),
                originAgency,
                consultationRef,
                targetDesk));
    }

    List<UUID> findMadeFrom(UUID id) {
        return ids(list("details.basedOn = ?1 or details.replaces = ?1", Sort.by("id"), id));
    }

    private static List<UUID> ids(List<ReferralRow> found) {
        return found.stream().map(row -> row.id).toList();
    }

    /** One row more than asked for, to tell whether there is a next page. */
    List<ReferralRow> find(ReferralQuery query) {
        String box = query.box() == Box.INBOX ? INBOX : OUTBOX;
        Parameters parameters = Parameters.with("agency", query.agency()).and("statuses", query.statuses());
        if (query.since().isEmpty()) {
            PageKey after = query.after().orElseGet(PageKey::beforeTheNewest);
            return find(box + NEWEST_FIRST, parameters.and("id", after.id()))
                    .range(0, query.limit())
                    .list();
        }
        PageKey after =
                query.after().orElseGet(() -> PageKey.before(query.since().get()));
        return find(
                        box + OLDEST_CHANGE_FIRST,
                        parameters.and("changedAt", after.changedAt()).and("id", after.id()))
                .range(0, query.limit())
                .list();
    }
}
