package jp.tsunagi.council.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A referral as a thing to count: the month of its first event, its desk, its status now. */
@Entity
@Table(name = "counted_referral")
@SuppressWarnings("NullAway.Init") // Hibernate and store fill the columns.
class ReferralRow {

    @Id
    UUID id;

    @Nullable
    UUID consultation;

    LocalDate month;
    String desk;
    String status;
    long sequence;

    ReferralRow() {}

    ReferralRow(CountedEvent.Referral first, long sequence) {
        id = first.referralId();
        begin(first, sequence);
    }

    final void begin(CountedEvent.Referral first, long sequence) {
        month = CountedEvent.monthOf(first.at());
        store(first, sequence);
    }

    final void store(CountedEvent.Referral event, long newSequence) {
        consultation = event.consultationId();
        desk = event.targetDesk();
        status = event.status();
        sequence = newSequence;
    }
}
