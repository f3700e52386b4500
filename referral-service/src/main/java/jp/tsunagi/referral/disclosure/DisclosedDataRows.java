package jp.tsunagi.referral.disclosure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The table of disclosed data. */
@ApplicationScoped
class DisclosedDataRows implements PanacheRepositoryBase<DisclosedDataRow, UUID> {

    /** Empty when there was none or when it was purged. */
    Optional<DisclosedDataRow> findReadable(UUID referral) {
        return findByIdOptional(referral).filter(row -> row.dataKey != null);
    }
}
