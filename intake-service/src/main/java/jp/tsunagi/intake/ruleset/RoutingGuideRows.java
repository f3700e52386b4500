package jp.tsunagi.intake.ruleset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The table of the council's routing guides. */
@ApplicationScoped
class RoutingGuideRows implements PanacheRepositoryBase<RoutingGuideRow, Integer> {

    /** The newest version first. */
    List<RoutingGuideRow> findAllNewestFirst() {
        return list("order by number desc");
    }

    /** Those that took effect until this day; the newest version first. */
    List<RoutingGuideRow> findEffective(LocalDate day) {
        return list("effectiveFrom <= ?1 order by number desc", day);
    }

    /** The highest number that took effect until this day, 0 for none. */
    int newestEffective(LocalDate day) {
        return find("select coalesce(max(number), 0) from RoutingGuideRow where effectiveFrom <= ?1", day)
                .project(Integer.class)
                .singleResult();
    }
}
