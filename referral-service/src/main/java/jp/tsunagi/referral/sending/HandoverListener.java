package jp.tsunagi.referral.sending;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.outbox.Inbox;
import jp.tsunagi.platform.outbox.ReceivedEvent;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.details.CaseClassification;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.disclosure.DisclosedData;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.vocabulary.Ground;
import jp.tsunagi.vocabulary.Label;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Intake hands a consultation over: its sealed package is opened here and nowhere else. */
@ApplicationScoped
class HandoverListener {

    private static final String HANDED_OVER = "jp.tsunagi.consultation.handed-over.v1";

    record Basis(
            String kind,
            @Nullable String recordId,
            @Nullable String textVersion,
            @Nullable Instant givenAt,
            @Nullable String reason,
            @Nullable String approvedBy) {
        /** A ground that the law does not list is treated as missing. */
        @Nullable
        LegalBasis toDomain() {
            return Coded.find(Ground.class, kind)
                    .map(ground -> new LegalBasis(ground, recordId, textVersion, givenAt, reason, approvedBy))
                    .orElse(null);
        }
    }

    record HandedOver(
            UUID referralId,
            String consultationId,
            ReferralKind kind,
            String originAgency,
            String originDesk,
            String targetDesk,
            @JsonUnwrapped CaseClassification classification,
            Label label,
            @Nullable Basis basis,
            String requestedBy,
            byte[] sealedPackage) {

        ReferralRequest toRequest(DisclosedData disclosedData) {
            return new ReferralRequest(
                    referralId,
                    consultationId,
                    kind,
                    new DeskRef(originAgency, originDesk),
                    targetDesk,
                    classification,
                    label,
                    basis == null ? null : basis.toDomain(),
                    disclosedData,
                    requestedBy);
        }
    }

    private final Inbox inbox;
    private final Envelope envelope;
    private final SendingReferrals sending;
    private final ObjectMapper json;
    private final Clock clock;

    HandoverListener(Inbox inbox, Envelope envelope, SendingReferrals sending, ObjectMapper json, Clock clock) {
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
        Actor by = new Actor(handed.requestedBy, handed.requestedBy, handed.originAgency, Set.of(Roles.COUNSELLOR));
        sending.takeOver(handed.toRequest(disclosedData(handed)), by, clock.instant());
    }

    private DisclosedData disclosedData(HandedOver handed) {
        byte[] plain = envelope.open(handed.sealedPackage, handed.referralId.toString());
        try {
            return json.readerFor(DisclosedData.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(new String(plain, StandardCharsets.UTF_8));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("the package is not what intake promised", unreadable);
        }
    }
}
