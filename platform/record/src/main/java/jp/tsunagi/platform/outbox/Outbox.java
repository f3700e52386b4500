package jp.tsunagi.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.UncheckedIOException;
import java.time.Clock;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.time.Ids;

/**
 * Where an event leaves a service: written beside the state it announces, in the same transaction, and sent to Kafka
 * afterwards by {@link OutboxRelay}. Rows are kept after sending for reconciliation (a broker can lose what it
 * acknowledged: security.md 0.2).
 */
@ApplicationScoped
public class Outbox {

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(EntityManager entities, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Appends the event. The flush first takes the aggregate's row lock, so that two changes of one aggregate get
     * their outbox numbers in the order in which they commit.
     */
    @Transactional(TxType.MANDATORY)
    public void append(Event event) {
        entities.flush();
        entities.createNativeQuery("""
                        insert into outbox
                            (id, topic, aggregatetype, aggregateid, type, version, payload, correlation, created_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as json), ?8, ?9)
                        """)
                .setParameter(1, Ids.next())
                .setParameter(2, event.topic())
                .setParameter(3, event.aggregate())
                .setParameter(4, event.id())
                .setParameter(5, event.type())
                .setParameter(6, event.sequence())
                .setParameter(7, text(event.data()))
                .setParameter(8, Correlation.current())
                .setParameter(9, clock.instant())
                .executeUpdate();
    }

    private String text(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
