package jp.tsunagi.intake.deadline;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of days from which periods run. */
@Entity
@Table(name = "starting_day")
class StartingDayRow {

    @Id
    UUID id;

    UUID consultationId;

    @Nullable
    UUID targetId;

    @Enumerated(EnumType.STRING)
    StartingEvent event;

    @Nullable
    LocalDate day;

    String recordedBy;
    Instant recordedAt;
}
