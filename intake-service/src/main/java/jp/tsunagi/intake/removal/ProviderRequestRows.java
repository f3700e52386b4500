package jp.tsunagi.intake.removal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of requests to providers. */
@ApplicationScoped
class ProviderRequestRows implements PanacheRepositoryBase<ProviderRequestRow, UUID> {

    List<ProviderRequestRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by askedOn, recordedAt, id", consultation);
    }
}
