package jp.tsunagi.intake.removal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A place, sealed as it was typed: how it is passed on follows from that. */
@Entity
@Table(name = "target")
class TargetRow {

    @Id
    UUID id;

    UUID consultationId;

    /** Among all places of its case, in the order in which they were named. */
    int position;

    byte[] url;
    String namedBy;
    Instant namedAt;
}
