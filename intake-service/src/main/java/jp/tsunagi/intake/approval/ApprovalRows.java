package jp.tsunagi.intake.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.consultation.ConsultationStatus;

/** The table of requests for approval. */
@ApplicationScoped
class ApprovalRows implements PanacheRepositoryBase<ApprovalRow, UUID> {

    private static final String WAITING = """
            select new jp.tsunagi.intake.approval.Approval$Waiting(
                a.id, a.consultationId, c.receiptNumber, a.targetDesk, a.ground, a.requestedByName, a.requestedAt)
            from ApprovalRow a join ConsultationRow c on c.id = a.consultationId
            where c.ownerAgency = :agency and c.status <> :closed
                and not exists (select 1 from DecisionRow d where d.approvalId = a.id)
            order by a.requestedAt, a.id
            """;

    List<ApprovalRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by requestedAt, id", consultation);
    }

    List<Approval.Waiting> findWaiting(String agency) {
        return getEntityManager()
                .createQuery(WAITING, Approval.Waiting.class)
                .setParameter("agency", agency)
                .setParameter("closed", ConsultationStatus.CLOSED)
                .getResultList();
    }
}
