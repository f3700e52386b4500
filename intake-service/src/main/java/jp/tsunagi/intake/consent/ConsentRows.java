package jp.tsunagi.intake.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of consents. */
@ApplicationScoped
class ConsentRows implements PanacheRepositoryBase<ConsentRow, UUID> {

    List<ConsentRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by recordedAt, id", consultation);
    }
}
