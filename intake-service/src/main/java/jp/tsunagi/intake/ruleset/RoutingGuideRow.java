package jp.tsunagi.intake.ruleset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.intake.triage.InvalidRules;
import jp.tsunagi.intake.triage.RoutingGuide;
import org.jspecify.annotations.Nullable;

/** A version of the council's routing guide. */
@Entity
@Table(name = "routing_guide")
class RoutingGuideRow {

    @Id
    int number;

    @Column(updatable = false)
    UUID id;

    @Column(updatable = false)
    UUID topicId;

    @Column(updatable = false)
    LocalDate effectiveFrom;

    @Column(updatable = false)
    Instant adoptedAt;

    @Column(updatable = false)
    String text;

    @Column(updatable = false)
    Instant receivedAt;

    @Nullable
    Integer refusedLine;

    @Nullable
    String refusedReason;

    RoutingGuide toDomain() {
        return new RoutingGuide(number, text);
    }

    void storeRefusal(InvalidRules refused) {
        refusedLine = refused.line();
        // What is wrong may quote the text, and PostgreSQL stores no NUL.
        refusedReason = refused.reason().replace('\0', '\uFFFD');
    }

    void storeTaken() {
        refusedLine = null;
        refusedReason = null;
    }
}
