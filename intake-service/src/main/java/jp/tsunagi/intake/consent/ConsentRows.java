package jp.tsunagi.intake.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of consents. */
@ApplicationScoped
class ConsentRows implements PanacheRepositoryBase<ConsentRow, UUID> {

    List<ConsentRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by askedAt, id", consultation);
    }

    Optional<ConsentRow> findNewest(UUID consultation, String recipient) {
        return find("consultationId = ?1 and recipient = ?2 order by askedAt desc, id desc", consultation, recipient)
                .firstResultOptional();
    }

    Optional<ConsentRow> findLocked(UUID id, UUID consultation) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.consultationId.equals(consultation));
    }
}
