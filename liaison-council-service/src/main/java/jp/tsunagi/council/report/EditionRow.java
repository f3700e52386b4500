package jp.tsunagi.council.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** The table of published months; the application may only add to it. */
@Entity
@Immutable
@Table(name = "statistics_edition")
@SuppressWarnings("NullAway.Init") // Hibernate and the constructor fill the columns.
class EditionRow {

    @Id
    LocalDate month;

    Instant publishedAt;
    String tallies;

    EditionRow() {}

    EditionRow(LocalDate month, Instant publishedAt, String tallies) {
        this.month = month;
        this.publishedAt = publishedAt;
        this.tallies = tallies;
    }
}
