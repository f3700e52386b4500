package jp.tsunagi.intake.ruleset;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of the routing guides that the council adopts. */
@ApplicationScoped
class RoutingGuideListener {

    private final Inbox inbox;
    private final RuleSets sets;

    RoutingGuideListener(Inbox inbox, RuleSets sets) {
        this.inbox = inbox;
        this.sets = sets;
    }

    /** The part of jp.tsunagi.council.routing-guide.adopted.v1 that intake needs. */
    record Adopted(
            UUID routingGuideId, int number, UUID topicId, LocalDate effectiveFrom, Instant adoptedAt, String text) {

        RoutingGuideRow row() {
            RoutingGuideRow row = new RoutingGuideRow();
            row.number = number;
            row.id = routingGuideId;
            row.topicId = topicId;
            row.effectiveFrom = effectiveFrom;
            row.adoptedAt = adoptedAt;
            row.text = text;
            return row;
        }
    }

    @Incoming("council")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.follow(records, event -> {
            if ("jp.tsunagi.council.routing-guide.adopted.v1".equals(event.type())) {
                sets.add(event.data(Adopted.class).row());
            }
        });
    }
}
