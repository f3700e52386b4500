package jp.tsunagi.intake.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.receipt.ReceiptNumber;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.Urgency;

/** The table of consultations and its queries. */
@ApplicationScoped
class ConsultationRows implements PanacheRepositoryBase<ConsultationRow, UUID> {

    private static final String LINES = """
            select new jp.tsunagi.intake.consultation.QueueItem(
                c.id, c.version, c.receiptNumber, c.queueRank, c.toldAt,
                case when r.at is null or r.at < c.toldAt then true else false end,
                c.dueAt, nullif(c.deadlineOn, {d '9999-12-31'}),
                coalesce((select k.name from CounsellorRow k
                        where k.key.agency = c.ownerAgency and k.key.account = c.assignee),
                    (select s.byName from StepRow s where s.byId = c.assignee order by s.at desc limit 1), c.assignee),
                new jp.tsunagi.intake.consultation.CaseState(c.status, c.ownerAgency, c.assignee,
                    c.returnDesk, c.returnReason, c.returnSuggested, c.receivedAt, c.changedAt),
                new jp.tsunagi.intake.submission.CaseClassification(c.wish, c.consulterType, c.ageBand, c.categories),
                new jp.tsunagi.intake.triage.UrgencySuggestion(c.urgency, c.urgencyReasons))
            """;

    private static final String OF_THE_READERS_AGENCY = """
            from ConsultationRow c
            left join ReadingRow r on r.key.consultationId = c.id and r.key.reader = :reader
            where c.ownerAgency = :agency
            """;

    /** More would say nothing more: the place is known. */
    private static final int MOST_RELATED = 500;

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String ON_ONE_SIDE = " and c.respondentSide = :respondents";
    private static final String IN_ORDER = " order by c.queueRank, c.deadlineOn, c.receivedAt, c.id";
    private static final String AND = " and ";
    private static final String IF = "count(case when ";
    private static final String HOLDS = " then 1 end)";
    private static final String REPLIED = "c.toldAt > c.receivedAt and (r.at is null or r.at < c.toldAt)";
    private static final String ASKED =
            "exists (select 1 from ReferralRow q where q.consultationId = c.id and q.attention = QUESTION)";
    private static final String OPEN = "c.status <> ConsultationStatus.CLOSED";

    /** One answer for a consultation of another agency and for none, so that its existence does not leak. */
    ConsultationRow get(UUID id, Actor reader) {
        return findByIdOptional(id)
                .filter(row -> reader.belongsTo(row.ownerAgency))
                .orElseThrow(ConsultationRows::notFound);
    }

    ConsultationRow getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ConsultationRows::notFound);
    }

    ConsultationRow getLocked(UUID id, Actor by) {
        ConsultationRow row = getLocked(id);
        if (!by.belongsTo(row.ownerAgency)) {
            throw notFound();
        }
        return row;
    }

    /** Asked and not loaded, like the following: who locks the row afterwards must read it then, not what it was now. */
    byte[] getKey(UUID id) {
        return find("select dataKey from ConsultationRow where id = ?1", id)
                .project(byte[].class)
                .firstResultOptional()
                .orElseThrow(ConsultationRows::notFound);
    }

    Optional<Consultations.Holder> findHolder(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select new jp.tsunagi.intake.consultation.Consultations$Holder(c.ownerAgency, c.assignee)"
                                + " from ConsultationRow c where c.id = :id and c.assignee <> ''",
                        Consultations.Holder.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<String> findOwner(UUID id, Urgency urgency) {
        return find("select ownerAgency from ConsultationRow where id = ?1 and urgency = ?2", id, urgency)
                .project(String.class)
                .firstResultOptional();
    }

    boolean exists(ReceiptNumber number) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select is_receipt_number_taken(?1)", Boolean.class)
                .setParameter(1, number.value())
                .getSingleResult();
    }

    Optional<UUID> findByCode(byte[] fingerprint) {
        return Optional.ofNullable((UUID) getEntityManager()
                .createNativeQuery("select consultation_of_code(?1)", UUID.class)
                .setParameter(1, fingerprint)
                .getSingleResult());
    }

    /**
     * Lines of the queue in its order. Every text of the query is a constant; what the caller sent is bound.
     *
     * @param today the end of this day in Japan
     */
    List<QueueItem> page(Actor reader, Queue.Filter filter, Instant today, Optional<Queue.Position> after, int size) {
        String wanted = filter.number().isPresent() ? " and c.receiptNumber = :number" : within(filter);
        String continued = after.isPresent()
                ? " and (c.queueRank, c.deadlineOn, c.receivedAt, c.id) > (:rank, :deadlineOn, :receivedAt, :id)"
                : "";
        TypedQuery<QueueItem> query = asked(
                LINES + OF_THE_READERS_AGENCY + wanted + AND + condition(filter.view()) + continued + IN_ORDER,
                QueueItem.class,
                reader);
        if (filter.number().isPresent()) {
            query.setParameter("number", filter.number().get().value());
        } else {
            bind(query, filter);
        }
        if (filter.view() == Queue.View.DUE) {
            query.setParameter("today", today);
        }
        after.ifPresent(position -> query.setParameter("rank", position.rank())
                .setParameter("deadlineOn", position.deadlineOn())
                .setParameter("receivedAt", position.receivedAt())
                .setParameter("id", position.id()));
        return query.setMaxResults(size).getResultList();
    }

    /** Lines whose case has one of these terms, closed ones too. */
    List<QueueItem> findByTerms(Actor reader, boolean respondents, List<byte[]> terms, int size) {
        return asked(
                        LINES + OF_THE_READERS_AGENCY + ON_ONE_SIDE
                                + " and exists (select 1 from SearchTermRow t"
                                + " where t.key.consultationId = c.id and t.key.term in (:terms))" + IN_ORDER,
                        QueueItem.class,
                        reader)
                .setParameter("respondents", respondents)
                .setParameter("terms", terms)
                .setMaxResults(size)
                .getResultList();
    }

    /** @param term which of the terms they have in common */
    record SameTarget(byte[] term, RelatedCase related) {}

    /** Cases beside this one that have one of these terms, the newest first. */
    List<SameTarget> findRelated(CaseFile file, Actor reader, List<byte[]> terms) {
        return getEntityManager()
                .createQuery("""
                        select new jp.tsunagi.intake.consultation.ConsultationRows$SameTarget(t.key.term,
                            new jp.tsunagi.intake.consultation.RelatedCase(c.id, c.receiptNumber, c.status, c.receivedAt))
                        from SearchTermRow t join ConsultationRow c on c.id = t.key.consultationId
                        where t.key.term in (:terms) and c.ownerAgency = :agency and c.id <> :id
                            and c.respondentSide = :respondents
                        order by c.receivedAt desc, c.id
                        """, SameTarget.class)
                .setParameter("terms", terms)
                .setParameter("agency", reader.agency())
                .setParameter("id", file.id())
                .setParameter("respondents", file.classification().isFromRespondent())
                .setMaxResults(MOST_RELATED)
                .getResultList();
    }

    List<ConsultationRow> findNewest(Actor reader, int most) {
        return find("ownerAgency = ?1 order by receivedAt desc, id", reader.agency())
                .page(0, most)
                .list();
    }

    /** How many lines each view has under a filter. */
    Map<Queue.View, Long> count(Actor reader, Queue.Filter filter, Instant today) {
        List<Queue.View> views = List.of(Queue.View.values());
        String counts = views.stream()
                .map(view -> IF + condition(view) + HOLDS)
                .collect(Collectors.joining(", ", "select ", " "));
        TypedQuery<Object[]> query = asked(counts + OF_THE_READERS_AGENCY + within(filter), Object[].class, reader);
        bind(query, filter);
        Object[] counted = query.setParameter("today", today).getSingleResult();
        Map<Queue.View, Long> byView = new EnumMap<>(Queue.View.class);
        views.forEach(view -> byView.put(view, (Long) counted[view.ordinal()]));
        return byView;
    }

    Queue.Arrivals countArrivals(Actor reader, boolean respondents) {
        return asked(
                        "select new jp.tsunagi.intake.consultation.Queue$Arrivals(count(c), "
                                + IF + OPEN + AND + REPLIED + HOLDS + ") "
                                + OF_THE_READERS_AGENCY + ON_ONE_SIDE,
                        Queue.Arrivals.class,
                        reader)
                .setParameter("respondents", respondents)
                .getSingleResult();
    }

    /** What a line of a view must fulfil. */
    private static String condition(Queue.View view) {
        return switch (view) {
            case UNASSIGNED -> "c.assignee = ''";
            case MINE -> "c.assignee = :reader";
            case RETURNED -> "c.status = ConsultationStatus.RETURNED";
            case REPLIED -> REPLIED;
            case QUESTION -> ASKED;
            case DUE -> "c.dueAt <= :today";
            case PRESSING -> "c.deadlineOn < {d '9999-12-31'}";
            case ALL -> "1 = 1";
        };
    }

    private static String within(Queue.Filter filter) {
        String status = filter.status().isPresent() ? "c.status = :status" : OPEN;
        String urgency = filter.urgency().isPresent() ? " and c.urgency = :urgency" : "";
        return ON_ONE_SIDE + AND + status + urgency;
    }

    private static void bind(TypedQuery<?> query, Queue.Filter filter) {
        query.setParameter("respondents", filter.respondents());
        filter.status().ifPresent(wanted -> query.setParameter("status", wanted));
        filter.urgency().ifPresent(wanted -> query.setParameter("urgency", wanted));
    }

    private <T> TypedQuery<T> asked(String query, Class<T> result, Actor reader) {
        return getEntityManager()
                .createQuery(query, result)
                .setParameter("agency", reader.agency())
                .setParameter("reader", reader.id());
    }

    /**
     * Takes a case out of those that nobody has looked at, unless the person told more while it was opened. A look is no
     * new version of the case.
     */
    void markSeen(ConsultationRow row) {
        // Whether a deadline presses is asked when it is written: it may have been counted since the row was read.
        update(
                "unseen = false, queueRank = case when deadlineOn = ?1 then ?2 else ?3 end where id = ?4 and toldAt = ?5",
                ConsultationRow.NO_DEADLINE,
                Queue.rank(row.status, row.urgency, false, false),
                Queue.rank(row.status, row.urgency, false, true),
                row.id,
                row.toldAt);
    }

    /** The person told something that is no version of the case: an answer to a question about consent. */
    void markTold(ConsultationRow row, Instant now) {
        update(
                "unseen = true, toldAt = ?1, queueRank = ?2, dueAt = ?3 where id = ?4",
                now,
                Queue.rank(row.status, row.urgency, true, row.isPressing()),
                row.dueSince(now),
                row.id);
    }

    /** @param without cases that are not wanted */
    List<UUID> findForRecount(LocalDate today, String edition, Collection<UUID> without, int most) {
        Set<UUID> unwanted = new HashSet<>(without);
        // A list that is empty is no list in JPQL.
        unwanted.add(NOBODY);
        List<UUID> due = find(
                        "select id from ConsultationRow where recountOn <= ?1 and id not in (?2) order by recountOn, id",
                        today,
                        unwanted)
                .page(0, most)
                .project(UUID.class)
                .list();
        // An index answers what differs only as two ranges.
        return !due.isEmpty()
                ? due
                : find(
                                "select id from ConsultationRow where (countedBy < ?1 or countedBy > ?1) and id not in (?2)",
                                edition,
                                unwanted)
                        .page(0, most)
                        .project(UUID.class)
                        .list();
    }

    void markForRecount(UUID id) {
        update("recountOn = ?1 where id = ?2", ConsultationRow.AT_ONCE, id);
    }

    /** That a deadline presses is no new version of the case. */
    void storeDeadline(
            ConsultationRow row, Optional<LocalDate> pressing, Optional<LocalDate> recountOn, String edition) {
        boolean isOpen = row.status != ConsultationStatus.CLOSED;
        boolean isPressing = isOpen && pressing.isPresent();
        update(
                "deadlineOn = ?1, queueRank = ?2, recountOn = ?3, countedBy = ?4 where id = ?5",
                isPressing ? pressing.get() : ConsultationRow.NO_DEADLINE,
                Queue.rank(row.status, row.urgency, row.unseen, isPressing),
                isOpen ? recountOn.orElse(null) : null,
                edition,
                row.id);
    }

    private static Refusal notFound() {
        return new Refusal(IntakeProblem.CONSULTATION_NOT_FOUND);
    }
}
