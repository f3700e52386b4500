package jp.tsunagi.intake.casedeadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table of last days as they were counted. */
@ApplicationScoped
class CountedDeadlineRows implements PanacheRepositoryBase<CountedDeadlineRow, UUID> {

    /** In the order in which they were counted. */
    List<CountedDeadlineRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by countedAt, id", consultation);
    }

    /**
     * Whether an instance with this edition of rules and holidays is the one that counts: of two editions that of the
     * instance that was started later.
     */
    boolean isOurs(String edition, Instant started) {
        if (edition.equals(edition())) {
            return true;
        }
        getEntityManager()
                .createNativeQuery("insert into deadline_edition as held (edition, started) values (?1, ?2)"
                        + " on conflict (single) do update set edition = excluded.edition, started = excluded.started"
                        + " where held.started < excluded.started")
                .setParameter(1, edition)
                .setParameter(2, started)
                .executeUpdate();
        return edition.equals(edition());
    }

    /** The one that counts; empty before the first. */
    private String edition() {
        return getEntityManager()
                .createNativeQuery("select coalesce(max(edition), '') from deadline_edition", String.class)
                .getSingleResult()
                .toString();
    }
}
