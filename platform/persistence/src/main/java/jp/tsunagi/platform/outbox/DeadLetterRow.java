package jp.tsunagi.platform.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One parked event. Only what is asked about parked aggregates is mapped. */
@Entity
@Table(name = "dead_letter")
class DeadLetterRow {

    @Id
    long seq;

    String topic;
    String aggregate;
}
