package jp.tsunagi.intake.mailbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears our own "an answer is there" after it was committed, so that no mail can undo an answer. */
@ApplicationScoped
class AdviceListener {

    private final Inbox inbox;
    private final Notices notices;

    AdviceListener(Inbox inbox, Notices notices) {
        this.inbox = inbox;
        this.notices = notices;
    }

    record Advised(UUID consultationId) {}

    @Incoming("own")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, event -> {
            if ("jp.tsunagi.consultation.advised.v1".equals(event.type())) {
                notices.add(event.id(), event.data(Advised.class).consultationId());
            }
        });
    }
}
