package jp.tsunagi.council.projection;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A consultation as a thing to count: codes only, as its events told them. */
@Entity
@Table(name = "counted_consultation")
@SuppressWarnings("NullAway.Init") // Hibernate and store fill the columns.
class ConsultationRow {

    @Id
    UUID id;

    LocalDate month;
    String urgency = MonthlyCounts.UNKNOWN;
    String status;

    /** Whether an event told that a counsellor worked on it; a hand-over is told by its referral instead. */
    boolean lookedAt;

    long sequence;

    @ElementCollection
    @CollectionTable(name = "counted_category", joinColumns = @JoinColumn(name = "consultation"))
    @Column(name = "category")
    Set<String> categories = new HashSet<>();

    ConsultationRow() {}

    ConsultationRow(CountedEvent.Consultation first, long sequence) {
        id = first.consultationId();
        begin(first, sequence);
    }

    final void begin(CountedEvent.Consultation first, long sequence) {
        month = CountedEvent.monthOf(first.at());
        urgency = MonthlyCounts.UNKNOWN;
        categories = new HashSet<>();
        store(first, sequence);
    }

    /** An event that tells no urgency or no categories leaves those that an earlier one told. */
    final void store(CountedEvent.Consultation event, long newSequence) {
        status = event.status();
        sequence = newSequence;
        lookedAt = lookedAt || event.tellsOfACounsellor();
        if (event.urgency() != null) {
            urgency = event.urgency();
        }
        if (event.categories() != null) {
            categories = new HashSet<>(event.categories());
        }
    }
}
