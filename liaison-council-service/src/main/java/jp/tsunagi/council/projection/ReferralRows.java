package jp.tsunagi.council.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.council.projection.MonthlyCounts.ReferralCount;

/** The queries of the table of counted referrals. */
@ApplicationScoped
class ReferralRows implements PanacheRepositoryBase<ReferralRow, UUID> {

    List<ReferralCount> countByDeskAndStatus(LocalDate month) {
        return find("""
                        select r.desk, r.status, count(r) from ReferralRow r where r.month = ?1
                        group by r.desk, r.status order by r.desk, r.status""", month).project(ReferralCount.class).list();
    }

    Optional<LocalDate> findFirstMonth() {
        return find("order by month").firstResultOptional().map(row -> row.month);
    }
}
