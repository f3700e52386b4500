package jp.tsunagi.council.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** The table of council seats. */
@Entity
@Table(name = "seat")
class SeatRow {

    @Id
    UUID id;

    String organisation;

    @Column(name = "name_ja")
    String nameJa;

    @Column(name = "name_en")
    String nameEn;

    @Enumerated(EnumType.STRING)
    Seat.Role role;

    String agency;

    @Column(name = "held_from")
    LocalDate from;

    @Column(name = "held_to")
    LocalDate to;

    int confidence;
    String source;

    @Column(name = "as_of")
    LocalDate asOf;

    Seat seat() {
        return new Seat(organisation, nameJa, nameEn, role, agency, from, to, confidence);
    }

    void store(Seat seat, String fromSource, LocalDate asOfDay) {
        organisation = seat.organisation();
        nameJa = seat.nameJa();
        nameEn = seat.nameEn();
        role = seat.role();
        agency = seat.agency();
        from = seat.from();
        to = seat.to();
        confidence = seat.confidence();
        source = fromSource;
        asOf = asOfDay;
    }
}
