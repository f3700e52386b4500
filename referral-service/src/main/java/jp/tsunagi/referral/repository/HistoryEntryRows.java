package jp.tsunagi.referral.repository;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The history of all referrals; the database lets this service only insert and read. */
@ApplicationScoped
class HistoryEntryRows implements PanacheRepositoryBase<HistoryEntryRow, UUID> {
    List<HistoryEntryRow> findByReferral(UUID referral) {
        return list("referralId = ?1 order by referralVersion, at, id", referral);
    }

    Optional<HistoryEntryRow> findLast(UUID referral) {
        return find("referralId = ?1 order by referralVersion desc, at desc, id desc", referral)
                .firstResultOptional();
    }
}
