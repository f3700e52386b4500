package jp.tsunagi.referral.disclosure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The record of provision; the database lets this service only insert and read. */
@ApplicationScoped
class DisclosureRecordRows implements PanacheRepositoryBase<DisclosureRecordRow, UUID> {
    List<DisclosureRecordRow> findByReferral(UUID referral) {
        return list("referralId = ?1 order by at", referral);
    }
}
