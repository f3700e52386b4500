package jp.tsunagi.intake.casedeadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of last days as they were counted. */
@ApplicationScoped
class CountedDeadlineRows implements PanacheRepositoryBase<CountedDeadlineRow, UUID> {

    /** In the order in which they were counted. */
    List<CountedDeadlineRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by countedAt, id", consultation);
    }

    /** Whether a last day has been counted by these rules; the first time, everything is counted anew. */
    boolean isEdition(String edition) {
        return getEntityManager()
                .createNativeQuery("select 1 from deadline_edition where edition = ?1")
                .setParameter(1, edition)
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    /** The edition of the rules that counts from now on. */
    void storeEdition(String edition) {
        getEntityManager().createNativeQuery("delete from deadline_edition").executeUpdate();
        getEntityManager()
                .createNativeQuery("insert into deadline_edition (edition) values (?1)")
                .setParameter(1, edition)
                .executeUpdate();
    }
}
