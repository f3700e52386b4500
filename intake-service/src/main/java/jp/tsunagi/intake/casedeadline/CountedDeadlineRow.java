package jp.tsunagi.intake.casedeadline;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.intake.deadline.PeriodId;

/** What a last day was counted to be, so that a later count by other rules can say that it moved. */
@Entity
@Table(name = "counted_deadline")
class CountedDeadlineRow {

    @Id
    UUID id;

    UUID consultationId;

    @Enumerated(EnumType.STRING)
    PeriodId period;

    LocalDate begins;
    LocalDate lastDay;
    Instant countedAt;
}
