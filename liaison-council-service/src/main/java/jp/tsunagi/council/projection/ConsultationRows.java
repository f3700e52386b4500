package jp.tsunagi.council.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.council.projection.MonthlyCounts.CodeCount;

/**
 * The queries of the table of counted consultations. A consultation counts once a counsellor has looked at it: what
 * somebody sends without signing in moves no figure by itself.
 */
@ApplicationScoped
class ConsultationRows implements PanacheRepositoryBase<ConsultationRow, UUID> {

    private static final String COUNTS = """
            c.month = ?1 and (c.lookedAt = true
                or exists (select 1 from ReferralRow r where r.consultation = c.id))""";

    List<CodeCount> countByUrgency(LocalDate month) {
        return find("select c.urgency, count(c) from ConsultationRow c where " + COUNTS + " group by c.urgency", month)
                .project(CodeCount.class)
                .list();
    }

    List<CodeCount> countByCategory(LocalDate month) {
        return find(
                        "select k, count(k) from ConsultationRow c join c.categories k where " + COUNTS + " group by k",
                        month)
                .project(CodeCount.class)
                .list();
    }

    /** The first month that anything is known of, whether it counts or not. */
    Optional<LocalDate> findFirstMonth() {
        return find("order by month").firstResultOptional().map(row -> row.month);
    }
}
