package jp.tsunagi.referral.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Inbox;
import jp.tsunagi.platform.outbox.ReceivedEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.referral.disclosure.Ground;
import jp.tsunagi.referral.disclosure.Label;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.referral.disclosure.Parcel;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Intake hands a consultation over: its sealed package is opened here and nowhere else. */
@ApplicationScoped
class HandoverListener {

    private static final String HANDED_OVER = "jp.tsunagi.consultation.handed-over.v1";

    record Basis(String kind, String recordId, String textVersion, Instant givenAt, String reason, String approvedBy) {
        /** A ground that the law does not list is none. */
        LegalBasis toDomain() {
            return Ground.of(kind)
                    .map(ground -> new LegalBasis(ground, recordId, textVersion, givenAt, reason, approvedBy))
                    .orElse(null);
        }
    }

    record HandedOver(
            UUID referralId,
            String consultationId,
            Terms.Kind kind,
            String originAgency,
            String originDesk,
            String targetDesk,
            List<String> categories,
            String wish,
            String consulterType,
            String ageBand,
            String urgency,
            String label,
            Basis basis,
            String requestedBy,
            byte[] sealedPackage) {}

    private final Inbox inbox;
    private final Envelope envelope;
    private final Sending sending;
    private final ObjectMapper json;
    private final Clock clock;

    HandoverListener(Inbox inbox, Envelope envelope, Sending sending, ObjectMapper json, Clock clock) {
        this.inbox = inbox;
        this.envelope = envelope;
        this.sending = sending;
        this.json = json;
        this.clock = clock;
    }

    @Incoming("handover")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, this::takeOver);
    }

    private void takeOver(ReceivedEvent event) {
        if (!event.type().equals(HANDED_OVER)) {
            return;
        }
        HandedOver handed = event.data(HandedOver.class);
        Actor by = new Actor(handed.requestedBy, handed.requestedBy, handed.originAgency, Set.of("counsellor"));
        sending.takeOver(order(handed), by, clock.instant());
    }

    private Sending.Order order(HandedOver handed) {
        return new Sending.Order(
                handed.referralId,
                handed.consultationId,
                handed.kind,
                handed.originAgency,
                handed.originDesk,
                handed.targetDesk,
                new Facts(handed.categories, handed.wish, handed.consulterType, handed.ageBand, handed.urgency),
                Label.of(handed.label).orElseThrow(() -> new IllegalArgumentException("label " + handed.label)),
                handed.basis == null ? null : handed.basis.toDomain(),
                parcel(handed),
                handed.requestedBy);
    }

    private Parcel parcel(HandedOver handed) {
        byte[] plain = envelope.open(handed.sealedPackage, handed.referralId.toString());
        try {
            return json.readerFor(Parcel.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(new String(plain, StandardCharsets.UTF_8));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("the package is not what intake promised", unreadable);
        }
    }
}
