package jp.tsunagi.council.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jp.tsunagi.council.BilingualName;
import jp.tsunagi.council.projection.MonthlyCounts.Desk;

/** A desk's name, to be read beside its counts. */
@Entity
@Table(name = "counted_desk")
@SuppressWarnings("NullAway.Init") // Hibernate and the projection fill the columns.
class DeskRow {

    @Id
    String code;

    String agency;
    String nameJa;
    String nameEn;
    long sequence;

    Desk desk() {
        return new Desk(code, new BilingualName(nameJa, nameEn));
    }
}
