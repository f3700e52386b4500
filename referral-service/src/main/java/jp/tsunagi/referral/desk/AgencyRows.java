package jp.tsunagi.referral.desk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** The table of agencies. */
@ApplicationScoped
class AgencyRows implements PanacheRepositoryBase<AgencyRow, String> {

    List<Agency> findAllByCode() {
        return listAll(Sort.by("code")).stream().map(AgencyRow::toDomain).toList();
    }

    /** Stores the agency; false when it is stored like this already. A second import at once waits for the first. */
    boolean upsert(Agency agency) {
        AgencyRow known = findById(agency.code(), LockModeType.PESSIMISTIC_WRITE);
        if (known != null && known.toDomain().equals(agency)) {
            return false;
        }
        AgencyRow row = known == null ? new AgencyRow() : known;
        row.store(agency);
        persist(row);
        return true;
    }
}
