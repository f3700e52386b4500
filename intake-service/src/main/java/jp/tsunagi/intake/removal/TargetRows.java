package jp.tsunagi.intake.removal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of places. */
@ApplicationScoped
class TargetRows implements PanacheRepositoryBase<TargetRow, UUID> {

    List<TargetRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by position", consultation);
    }
}
