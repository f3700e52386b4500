package jp.tsunagi.intake.desk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The table of desks. */
@ApplicationScoped
class DeskRows implements PanacheRepositoryBase<DeskRow, String> {

    List<DeskRow> listByAgency() {
        return listAll(Sort.by("agency", "code"));
    }
}
