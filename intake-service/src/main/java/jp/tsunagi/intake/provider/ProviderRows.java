package jp.tsunagi.intake.provider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The table of providers. */
@ApplicationScoped
class ProviderRows implements PanacheRepositoryBase<ProviderRow, String> {

    /** The row as it is once nobody else changes it, also when it was read before in this transaction. */
    Optional<ProviderRow> findLocked(String code) {
        Optional<ProviderRow> row = findByIdOptional(code);
        row.ifPresent(known -> getEntityManager().refresh(known, LockModeType.PESSIMISTIC_WRITE));
        return row;
    }

    List<ProviderRow> findAllByCode() {
        return listAll(Sort.by("code"));
    }
}
