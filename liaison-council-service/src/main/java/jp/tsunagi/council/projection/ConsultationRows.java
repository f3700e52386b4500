package jp.tsunagi.council.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.council.projection.MonthlyCounts.CodeCount;

/** The queries of the table of counted consultations. */
@ApplicationScoped
class ConsultationRows implements PanacheRepositoryBase<ConsultationRow, UUID> {

    List<CodeCount> countByUrgency(LocalDate month) {
        return find("select c.urgency, count(c) from ConsultationRow c where c.month = ?1 group by c.urgency", month)
                .project(CodeCount.class)
                .list();
    }

    List<CodeCount> countByCategory(LocalDate month) {
        return find(
                        "select k, count(k) from ConsultationRow c join c.categories k where c.month = ?1 group by k",
                        month)
                .project(CodeCount.class)
                .list();
    }
}
