package jp.tsunagi.platform.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One event to announce. Only what is asked about unsent events is mapped; {@link OutboxRelay} reads the rest by JDBC. */
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    long seq;

    Instant createdAt;

    Instant sentAt;
}
