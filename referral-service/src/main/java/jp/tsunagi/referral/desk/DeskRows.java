package jp.tsunagi.referral.desk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The table of desks. */
@ApplicationScoped
class DeskRows implements PanacheRepositoryBase<DeskRow, String> {

    Optional<DeskRow> findLocked(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }

    List<DeskRow> findAllByCode() {
        return listAll(Sort.by("code"));
    }
}
