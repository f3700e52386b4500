package jp.tsunagi.intake.notification;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes our own event "consultation advised" and queues a mail, so that a failing mail cannot undo an answer. */
@ApplicationScoped
class AdviceListener {

    private final Inbox inbox;
    private final PendingNotifications notifications;

    AdviceListener(Inbox inbox, PendingNotifications notifications) {
        this.inbox = inbox;
        this.notifications = notifications;
    }

    record Advised(UUID consultationId) {}

    @Incoming("own")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, event -> {
            if ("jp.tsunagi.consultation.advised.v1".equals(event.type())) {
                notifications.add(event.id(), event.data(Advised.class).consultationId());
            }
        });
    }
}
