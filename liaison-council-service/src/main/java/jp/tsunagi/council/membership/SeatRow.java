package jp.tsunagi.council.membership;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.council.membership.Memberships.Origin;
import jp.tsunagi.platform.time.Ids;
import org.jspecify.annotations.Nullable;

/** The table of council seats. */
@Entity
@Table(name = "seat")
@SuppressWarnings("NullAway.Init") // Hibernate and store fill the columns.
class SeatRow {

    @Id
    UUID id = Ids.next();

    @Version
    long version = 1;

    String organisation;
    String nameJa;
    String nameEn;

    @Enumerated(EnumType.STRING)
    Seat.Role role;

    @Nullable
    String agency;

    LocalDate heldFrom;

    @Nullable
    LocalDate heldTo;

    int confidence;
    String source;
    LocalDate asOf;

    Seat seat() {
        return new Seat(organisation, nameJa, nameEn, role, agency, heldFrom, heldTo, confidence);
    }

    Origin origin() {
        return new Origin(source, asOf);
    }

    void store(Seat seat, Origin origin) {
        organisation = seat.organisation();
        nameJa = seat.nameJa();
        nameEn = seat.nameEn();
        role = seat.role();
        agency = seat.agency();
        heldFrom = seat.from();
        heldTo = seat.to();
        confidence = seat.confidence();
        source = origin.source();
        asOf = origin.asOf();
    }
}
