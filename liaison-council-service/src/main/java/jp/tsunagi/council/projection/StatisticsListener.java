package jp.tsunagi.council.projection;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jp.tsunagi.platform.outbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Counts consultations and referrals as their events arrive, and keeps the names of desks. */
@ApplicationScoped
class StatisticsListener {

    private final Inbox inbox;
    private final StatisticsProjection projection;

    StatisticsListener(Inbox inbox, StatisticsProjection projection) {
        this.inbox = inbox;
        this.projection = projection;
    }

    @Incoming("consultation")
    @Blocking
    void onConsultation(ConsumerRecords<String, byte[]> records) {
        inbox.follow(records, event -> projection.upsert(event.data(CountedEvent.Consultation.class), event));
    }

    @Incoming("referral")
    @Blocking
    void onReferral(ConsumerRecords<String, byte[]> records) {
        inbox.follow(records, event -> projection.upsert(event.data(CountedEvent.Referral.class), event));
    }

    @Incoming("desk")
    @Blocking
    void onDesk(ConsumerRecords<String, byte[]> records) {
        inbox.follow(records, event -> projection.upsert(event.data(CountedEvent.Desk.class), event));
    }
}
