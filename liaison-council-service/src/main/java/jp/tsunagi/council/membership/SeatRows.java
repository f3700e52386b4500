package jp.tsunagi.council.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries of the table of council seats. */
@ApplicationScoped
class SeatRows implements PanacheRepositoryBase<SeatRow, UUID> {

    /** Every seat, for one import at a time: an overlap with a seat that another import adds must be seen. */
    List<SeatRow> findAllLocked() {
        getEntityManager()
                .createNativeQuery("lock table seat in share row exclusive mode")
                .executeUpdate();
        return listAll();
    }

    List<SeatRow> findHeldOn(LocalDate day) {
        return list(
                "heldFrom <= ?1 and (heldTo is null or heldTo >= ?1)",
                Sort.by("role", "organisation", "heldFrom"),
                day);
    }

    Optional<SeatRow> findLatest() {
        return findAll(Sort.descending("asOf", "id")).firstResultOptional();
    }
}
