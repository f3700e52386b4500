package jp.tsunagi.testing;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jp.tsunagi.platform.outbox.Inbox;
import jp.tsunagi.platform.outbox.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The smallest projection: the application hears its own notes, so a test sees owner and consumer in one. */
@ApplicationScoped
class HeardListener {

    private final Inbox inbox;
    private final EntityManager entities;

    HeardListener(Inbox inbox, EntityManager entities) {
        this.inbox = inbox;
        this.entities = entities;
    }

    @Incoming("own")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.follow(records, this::store);
    }

    private void store(ReceivedEvent event) {
        if (event.data().path("text").asText().equals("poison")) {
            throw new IllegalArgumentException("poison");
        }
        entities.createNativeQuery("""
                        insert into heard (id, sequence, text) values (?1, ?2, ?3)
                        on conflict (id) do update set sequence = ?2, text = ?3
                        """)
                .setParameter(1, event.subject())
                .setParameter(2, event.sequence())
                .setParameter(3, event.data().path("text").asText())
                .executeUpdate();
        entities.createNativeQuery("insert into effect (id, sequence) values (?1, ?2)")
                .setParameter(1, event.subject())
                .setParameter(2, event.sequence())
                .executeUpdate();
    }
}
