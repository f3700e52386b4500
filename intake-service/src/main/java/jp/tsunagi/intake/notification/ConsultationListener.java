package jp.tsunagi.intake.notification;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Inbox;
import jp.tsunagi.vocabulary.Urgency;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Consumes our own events and queues mails, so that a failing mail cannot undo an answer: the consulter is told of
 * advice, the holder and the supervisors of an emergency.
 */
@ApplicationScoped
class ConsultationListener {

    private final Inbox inbox;
    private final PendingNotifications notifications;

    ConsultationListener(Inbox inbox, PendingNotifications notifications) {
        this.inbox = inbox;
        this.notifications = notifications;
    }

    record Advised(UUID consultationId) {}

    record Urgent(UUID consultationId, String ownerAgency, Urgency urgency) {}

    @Incoming("own")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, event -> {
            switch (event.type()) {
                case "jp.tsunagi.consultation.advised.v1" ->
                    notifications.add(event.id(), event.data(Advised.class).consultationId());
                case "jp.tsunagi.consultation.received.v1", "jp.tsunagi.consultation.urgency-changed.v1" ->
                    ring(event.data(Urgent.class));
                default -> {
                    // Nobody is told of the others by mail.
                }
            }
        });
    }

    private void ring(Urgent urgent) {
        if (urgent.urgency == Urgency.EMERGENCY) {
            notifications.ring(urgent.consultationId, urgent.ownerAgency);
        }
    }
}
