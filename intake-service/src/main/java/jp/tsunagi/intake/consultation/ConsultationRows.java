package jp.tsunagi.intake.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.receipt.ReceiptNumber;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;

/** The table of consultations and its queries. */
@ApplicationScoped
class ConsultationRows implements PanacheRepositoryBase<ConsultationRow, UUID> {

    private static final String QUEUE = """
            select new jp.tsunagi.intake.consultation.QueueItem(
                c.id, c.version, c.receiptNumber, c.queueRank, c.toldAt,
                case when r.at is null or r.at < c.toldAt then true else false end,
                new jp.tsunagi.intake.consultation.CaseState(c.status, c.ownerAgency, c.assignee,
                    c.returnDesk, c.returnReason, c.returnSuggested, c.receivedAt, c.changedAt),
                new jp.tsunagi.intake.submission.CaseClassification(c.wish, c.consulterType, c.ageBand, c.categories),
                new jp.tsunagi.intake.triage.Assessment(c.urgency, c.urgencyReasons))
            from ConsultationRow c
            left join ReadingRow r on r.key.consultationId = c.id and r.key.reader = :reader
            where c.ownerAgency = :agency and c.respondentSide = :respondents
            """;

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

    /** Lines of the queue in its order. Every text of the query is a constant; what the caller sent is bound. */
    List<QueueItem> page(Actor reader, Queue.Filter filter, Optional<Queue.Position> after, int size) {
        String status = filter.status().isPresent() ? " and c.status = :status" : " and c.status <> :status";
        String urgency = filter.urgency().isPresent() ? " and c.urgency = :urgency" : "";
        String continued =
                after.isPresent() ? " and (c.queueRank, c.receivedAt, c.id) > (:rank, :receivedAt, :id)" : "";
        TypedQuery<QueueItem> query = getEntityManager()
                .createQuery(
                        QUEUE + status + urgency + continued + " order by c.queueRank, c.receivedAt, c.id",
                        QueueItem.class)
                .setParameter("agency", reader.agency())
                .setParameter("reader", reader.id())
                .setParameter("respondents", filter.respondents())
                .setParameter("status", filter.status().orElse(ConsultationStatus.CLOSED))
                .setMaxResults(size);
        filter.urgency().ifPresent(wanted -> query.setParameter("urgency", wanted));
        after.ifPresent(position -> query.setParameter("rank", position.rank())
                .setParameter("receivedAt", position.receivedAt())
                .setParameter("id", position.id()));
        return query.getResultList();
    }

    /**
     * Takes a case out of those that nobody has looked at, unless the person told more while it was opened. A look is no
     * new version of the case.
     */
    void markSeen(ConsultationRow row) {
        update(
                "unseen = false, queueRank = ?1 where id = ?2 and toldAt = ?3",
                Queue.rank(row.status, row.urgency, false),
                row.id,
                row.toldAt);
    }

    /** The person told something that is no version of the case: an answer to a question about consent. */
    void markTold(ConsultationRow row, Instant now) {
        update(
                "unseen = true, toldAt = ?1, queueRank = ?2 where id = ?3",
                now,
                Queue.rank(row.status, row.urgency, true),
                row.id);
    }

    private static Refusal notFound() {
        return new Refusal(IntakeProblem.CONSULTATION_NOT_FOUND);
    }
}
