package jp.tsunagi.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import jp.tsunagi.platform.code.Json;

/**
 * Where an event leaves a service: written beside the state it announces, in the same transaction, and sent to Kafka
 * afterwards by {@link OutboxRelay}. Rows are kept after sending for reconciliation (a broker can lose what it
 * acknowledged).
 */
@ApplicationScoped
public class Outbox {

    private final OutboxRows rows;
    private final Json json;
    private final Clock clock;

    Outbox(OutboxRows rows, Json json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** Announces the event when the current transaction commits. */
    @Transactional(TxType.MANDATORY)
    public void append(Event event) {
        rows.insert(event, json.write(event.data()), clock.instant());
    }
}
