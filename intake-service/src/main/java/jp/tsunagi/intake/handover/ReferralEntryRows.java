package jp.tsunagi.intake.handover;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of the threads of hand-overs. */
@ApplicationScoped
class ReferralEntryRows implements PanacheRepositoryBase<ReferralEntryRow, ReferralEntryRow.Key> {

    List<ReferralEntryRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by key.referralId, key.version", consultation);
    }

    Optional<ReferralEntryRow> find(UUID consultation, ReferralEntryRow.Key key) {
        return find("consultationId = ?1 and key = ?2", consultation, key).firstResultOptional();
    }
}
