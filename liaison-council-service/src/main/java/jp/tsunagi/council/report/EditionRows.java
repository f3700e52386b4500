package jp.tsunagi.council.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The queries of the table of published months. */
@ApplicationScoped
class EditionRows implements PanacheRepositoryBase<EditionRow, LocalDate> {

    /** Newest first. */
    List<LocalDate> findMonths() {
        return listAll(Sort.descending("month")).stream().map(row -> row.month).toList();
    }

    /** Of two instances that publish a month at once one comes first, and the other changes nothing. */
    boolean insertIfAbsent(EditionRow row) {
        return getEntityManager()
                        .createNativeQuery("""
                        insert into statistics_edition (month, published_at, tallies) values (?1, ?2, ?3)
                        on conflict do nothing
                        """)
                        .setParameter(1, row.month)
                        .setParameter(2, row.publishedAt)
                        .setParameter(3, row.tallies)
                        .executeUpdate()
                == 1;
    }
}
