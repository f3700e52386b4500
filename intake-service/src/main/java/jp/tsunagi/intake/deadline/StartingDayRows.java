package jp.tsunagi.intake.deadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of days from which periods run. */
@ApplicationScoped
class StartingDayRows implements PanacheRepositoryBase<StartingDayRow, UUID> {

    /** In the order in which they were noted. */
    List<StartingDayRow> findByConsultation(UUID consultation) {
        return list("consultationId = ?1 order by recordedAt, id", consultation);
    }
}
