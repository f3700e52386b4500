package jp.tsunagi.intake.ruleset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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

    /** Ids of those; the newest version first. */
    List<UUID> findEffectiveIds(LocalDate day) {
        return find("select id from RoutingGuideRow where effectiveFrom <= ?1 order by number desc", day)
                .project(UUID.class)
                .list();
    }
}
