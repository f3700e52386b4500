package jp.tsunagi.council.publication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of approvals. */
@ApplicationScoped
class ApprovalRows implements PanacheRepositoryBase<ApprovalRow, UUID> {

    List<ApprovalRow> findOf(UUID topic) {
        return list("topic = ?1 order by topicVersion", topic);
    }
}
