package jp.tsunagi.intake.handover;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of what we know about hand-overs. */
@ApplicationScoped
class ReferralRows implements PanacheRepositoryBase<ReferralRow, UUID> {

    List<ReferralRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by requestedAt, id", consultation);
    }

    Optional<ReferralRow> findOpen(UUID consultation, String desk) {
        return find("consultationId = ?1 and targetDesk = ?2 and open", consultation, desk)
                .firstResultOptional();
    }
}
