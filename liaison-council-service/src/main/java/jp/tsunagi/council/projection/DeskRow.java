package jp.tsunagi.council.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jp.tsunagi.council.BilingualName;
import jp.tsunagi.council.projection.MonthlyCounts.Desk;

/** A desk's name, to be read beside its counts. */
@Entity
@Table(name = "counted_desk")
@SuppressWarnings("NullAway.Init") // Hibernate and store fill the columns.
class DeskRow {

    @Id
    String code;

    String agency;
    String nameJa;
    String nameEn;
    long sequence;

    DeskRow() {}

    DeskRow(CountedEvent.Desk event, long sequence) {
        code = event.desk();
        store(event, sequence);
    }

    final void store(CountedEvent.Desk event, long newSequence) {
        agency = event.agency();
        nameJa = event.nameJa();
        nameEn = event.nameEn();
        sequence = newSequence;
    }

    Desk desk() {
        return new Desk(code, new BilingualName(nameJa, nameEn));
    }
}
