package jp.tsunagi.intake.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
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
                id, version, receiptNumber,
                new jp.tsunagi.intake.consultation.CaseState(status, ownerAgency, assignee,
                    returnDesk, returnReason, returnSuggested, receivedAt, changedAt),
                new jp.tsunagi.intake.submission.CaseClassification(wish, consulterType, ageBand, categories),
                new jp.tsunagi.intake.triage.Assessment(urgency, urgencyReasons))
            from ConsultationRow
            where ownerAgency = :agency and respondentSide = :respondents
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
    List<QueueItem> page(String agency, Queue.Filter filter, Optional<Queue.Position> after, int size) {
        String status = filter.status().isPresent() ? " and status = :status" : " and status <> :status";
        String urgency = filter.urgency().isPresent() ? " and urgency = :urgency" : "";
        String continued = after.isPresent() ? " and (queueRank, receivedAt, id) > (:rank, :receivedAt, :id)" : "";
        TypedQuery<QueueItem> query = getEntityManager()
                .createQuery(
                        QUEUE + status + urgency + continued + " order by queueRank, receivedAt, id", QueueItem.class)
                .setParameter("agency", agency)
                .setParameter("respondents", filter.respondents())
                .setParameter("status", filter.status().orElse(ConsultationStatus.CLOSED))
                .setMaxResults(size);
        filter.urgency().ifPresent(wanted -> query.setParameter("urgency", wanted));
        after.ifPresent(position -> query.setParameter("rank", position.rank())
                .setParameter("receivedAt", position.receivedAt())
                .setParameter("id", position.id()));
        return query.getResultList();
    }

    private static Refusal notFound() {
        return new Refusal(IntakeProblem.CONSULTATION_NOT_FOUND);
    }
}
