package jp.tsunagi.intake.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The newest directory entry of one desk. */
@Entity
@Table(name = "desk")
class DeskRow {

    @Id
    String code;

    long version;
    String agency;
    String nameJa;
    String nameEn;
    boolean accepting;
    String[] modes;
    String scopeJa;
    String refusesJa;
    String[] refusedConsulterTypes;
    String[] requiredFields;
    String[] wantedFields;
    String[] refusedFields;
    String channelsJa;
    String hoursJa;
    String phone;
    LocalDate asOf;

    Desk toDomain() {
        return new Desk(
                code,
                agency,
                nameJa,
                nameEn,
                accepting,
                List.of(modes),
                scopeJa,
                refusesJa,
                Set.copyOf(List.of(refusedConsulterTypes)),
                List.of(requiredFields),
                List.of(wantedFields),
                List.of(refusedFields),
                channelsJa,
                hoursJa);
    }
}
