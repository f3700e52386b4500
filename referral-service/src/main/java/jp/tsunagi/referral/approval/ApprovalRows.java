package jp.tsunagi.referral.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of approvals; the database lets this service only insert and read. */
@ApplicationScoped
class ApprovalRows implements PanacheRepositoryBase<ApprovalRow, UUID> {

    List<ApprovalRow> findByReferral(UUID referral) {
        return list("referralId = ?1 order by at, id", referral);
    }
}
