package jp.tsunagi.referral.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of deliveries. */
@ApplicationScoped
class DeliveryRows implements PanacheRepositoryBase<DeliveryRow, UUID> {
    List<DeliveryRow> findByReferral(UUID referral) {
        return list("referralId = ?1 order by at, id", referral);
    }
}
