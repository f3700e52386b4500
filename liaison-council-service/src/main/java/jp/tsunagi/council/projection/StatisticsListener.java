package jp.tsunagi.council.statistics;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jp.tsunagi.platform.outbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Counts consultations as their events arrive. */
@ApplicationScoped
class ConsultationListener {

    private final Inbox inbox;
    private final Figures figures;

    ConsultationListener(Inbox inbox, Figures figures) {
        this.inbox = inbox;
        this.figures = figures;
    }

    @Incoming("consultation")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, event -> figures.count(event.data(Counted.Consultation.class), event.sequence()));
    }
}
