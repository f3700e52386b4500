package jp.tsunagi.council.statistics;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jp.tsunagi.platform.outbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns the names of desks from the directory. */
@ApplicationScoped
class DeskListener {

    private final Inbox inbox;
    private final Figures figures;

    DeskListener(Inbox inbox, Figures figures) {
        this.inbox = inbox;
        this.figures = figures;
    }

    @Incoming("desk")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, event -> figures.know(event.data(Counted.Desk.class), event.sequence()));
    }
}
