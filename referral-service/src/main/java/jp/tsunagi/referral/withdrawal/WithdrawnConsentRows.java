package jp.tsunagi.referral.withdrawal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of consents that were taken back; the database lets this service only insert and read. */
@ApplicationScoped
class WithdrawnConsentRows implements PanacheRepositoryBase<WithdrawnConsentRow, UUID> {

    List<WithdrawnConsentRow> findByConsultation(UUID consultation, String targetDesk) {
        return list("consultationId = ?1 and targetDesk = ?2", consultation, targetDesk);
    }
}
