package jp.tsunagi.intake.ruleset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of the sets of rules that were in force. */
@ApplicationScoped
class RuleSetChangeRows implements PanacheRepositoryBase<RuleSetChangeRow, Instant> {

    Optional<RuleSetChangeRow> findLast() {
        return find("order by inForceFrom desc").firstResultOptional();
    }

    /** The newest first. */
    List<RuleSetChangeRow> findNewest(int most) {
        return find("order by inForceFrom desc").page(0, most).list();
    }
}
