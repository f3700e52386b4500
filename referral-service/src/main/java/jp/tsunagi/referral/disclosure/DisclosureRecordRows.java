package jp.tsunagi.referral.disclosure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.commit.PendingRows;

/** The record of provision; the database lets this service only insert and read. */
@ApplicationScoped
class DisclosureRecordRows implements PanacheRepositoryBase<DisclosureRecordRow, UUID> {
    private final PendingRows pending;

    DisclosureRecordRows(PendingRows pending) {
        this.pending = pending;
    }

    void insert(DisclosureRecordRow row) {
        pending.insert(row);
    }

    List<DisclosureRecordRow> findByReferral(UUID referral) {
        return list("referralId = ?1 order by at", referral);
    }
}
