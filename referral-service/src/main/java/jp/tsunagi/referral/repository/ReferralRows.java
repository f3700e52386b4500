package jp.tsunagi.referral.repository;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import jp.tsunagi.referral.details.ReferralNumber;
import jp.tsunagi.referral.repository.ReferralQuery.Box;
import jp.tsunagi.vocabulary.ReferralStatus;

/** The table of referrals. */
@ApplicationScoped
class ReferralRows implements PanacheRepositoryBase<ReferralRow, UUID> {

    /** The index that refuses a second open referral of a consultation to a desk. */
    static final String ONE_OPEN = "one_open_referral";

    private static final String LINES = """
            select id, number, version, changedAt, status, businessStatus, ownerAgency, reasonCode, suggestedDesk, outcomes,
                   due, details.kind, details.consultationRef, details.createdAt, details.originAgency, details.originDesk,
                   details.targetAgency, details.targetDesk, details.categories, details.wish, details.consulterType,
                   details.ageBand, details.urgency, details.label, details.fields
              from ReferralRow where\s""";

    private static final String INBOX = LINES + "details.targetAgency = :agency and sent = true and ";
    private static final String OUTBOX = LINES + "details.originAgency = :agency and ";

    /** Left out where it asks for nothing: Hibernate reads a query with a list anew each time. */
    private static final String IN_STATUSES = "status in :statuses and ";

    /** By the time and not by the id alone: a table's key gives that order, too, with the rows of all agencies in it. */
    private static final String NEWEST_FIRST =
            "(details.createdAt, id) < (:createdAt, :id) order by details.createdAt desc, id desc";

    private static final String OLDEST_CHANGE_FIRST = "(changedAt, id) > (:changedAt, :id) order by changedAt, id";

    /** While a question is open the clock stands still; its due time is kept for afterwards. */
    private static final String DUE =
            "case when status in (REQUESTED, RECEIVED) and due is not null then due else :never end";

    private static final String NEXT_DUE_FIRST =
            "(" + DUE + " > :due or (" + DUE + " = :due and id < :id)) order by " + DUE + ", id desc";

    private static final String COUNT_INBOX =
            "select status, count(*) from ReferralRow where details.targetAgency = :agency and sent = true group by status";
    private static final String COUNT_OUTBOX =
            "select status, count(*) from ReferralRow where details.originAgency = :agency group by status";

    private static final int COUNTS_AT_ONCE = 50;

    private final Queue<Long> counts = new ConcurrentLinkedQueue<>();

    /** Whoever decides at the same moment waits here until the first decision is committed. */
    Optional<ReferralRow> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The open referral of a consultation to a desk. */
    Optional<UUID> findOpen(String originAgency, String consultationRef, String targetDesk) {
        return find("""
                        select id from ReferralRow
                         where details.originAgency = ?1 and details.consultationRef = ?2 and details.targetDesk = ?3
                           and status in (REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, ON_HOLD)""", originAgency, consultationRef, targetDesk)
                .project(UUID.class)
                .firstResultOptional();
    }

    Optional<ReferralRow> findByNumber(ReferralNumber number) {
        return find("number", number.value()).firstResultOptional();
    }

    /**
     * Counts the next referral. Counts are taken in advance; one is left out when its transaction is rolled back or the
     * service ends.
     */
    long nextCount() {
        while (true) {
            Long next = counts.poll();
            if (next != null) {
                return next;
            }
            counts.addAll(getEntityManager()
                    .createNativeQuery("select nextval('referral_count') from generate_series(1, ?1)", Long.class)
                    .setParameter(1, COUNTS_AT_ONCE)
                    .getResultList());
        }
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

    /** How many referrals an agency has in each state. */
    Map<ReferralStatus, Long> count(String agency, Box box) {
        Map<ReferralStatus, Long> counts = new EnumMap<>(ReferralStatus.class);
        getEntityManager()
                .createQuery(box == Box.INBOX ? COUNT_INBOX : COUNT_OUTBOX, Object[].class)
                .setParameter("agency", agency)
                .getResultList()
                .forEach(count -> counts.put((ReferralStatus) count[0], (Long) count[1]));
        return counts;
    }

    /** One row more than asked for, to tell whether there is a next page. */
    List<ReferralLine> find(ReferralQuery query) {
        String box = query.box() == Box.INBOX ? INBOX : OUTBOX;
        Parameters parameters = Parameters.with("agency", query.agency());
        if (query.statuses().size() < ReferralStatus.values().length) {
            box += IN_STATUSES;
            parameters.and("statuses", query.statuses());
        }
        PageKey after = query.after()
                .or(() -> query.since().map(PageKey::before))
                .orElseGet(() -> PageKey.beforeAll(query.order()));
        parameters.and("id", after.id());
        PanacheQuery<ReferralRow> found = switch (query.order()) {
            case NEWEST -> find(box + NEWEST_FIRST, parameters.and("createdAt", after.at()));
            case OLDEST_CHANGE -> find(box + OLDEST_CHANGE_FIRST, parameters.and("changedAt", after.at()));
            case NEXT_DUE ->
                find(box + NEXT_DUE_FIRST, parameters.and("due", after.at()).and("never", PageKey.NEVER));
        };
        return found.project(ReferralLine.class).range(0, query.limit()).list();
    }
}
