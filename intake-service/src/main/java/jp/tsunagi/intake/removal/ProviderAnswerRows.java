package jp.tsunagi.intake.removal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of what came of requests. */
@ApplicationScoped
class ProviderAnswerRows implements PanacheRepositoryBase<ProviderAnswerRow, UUID> {

    List<ProviderAnswerRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by recordedAt, id", consultation);
    }
}
