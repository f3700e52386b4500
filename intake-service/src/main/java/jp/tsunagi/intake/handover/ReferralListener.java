package jp.tsunagi.intake.handover;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears how our hand-overs go, and brings a case that was sent back to the top of the queue. */
@ApplicationScoped
class ReferralListener {

    private final Inbox inbox;
    private final Referrals referrals;
    private final Consultations consultations;
    private final Clock clock;

    ReferralListener(Inbox inbox, Referrals referrals, Consultations consultations, Clock clock) {
        this.inbox = inbox;
        this.referrals = referrals;
        this.consultations = consultations;
        this.clock = clock;
    }

    /** What intake needs of a referral's event. */
    record Announced(
            UUID referralId,
            UUID consultationId,
            String originAgency,
            String targetDesk,
            String status,
            long version,
            String reasonCode,
            String suggestedDesk,
            List<String> outcomeCodes,
            Instant at) {

        Referrals.News news(String type) {
            // A referral that could not be delivered stays a draft over there; here the desk has said no.
            boolean undelivered = "jp.tsunagi.referral.not-delivered.v1".equals(type);
            return new Referrals.News(
                    targetDesk,
                    undelivered ? Referral.NOT_DELIVERED : status,
                    version,
                    reasonCode,
                    suggestedDesk,
                    outcomeCodes == null ? List.of() : outcomeCodes,
                    at);
        }
    }

    @Incoming("referral")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, event -> {
            Announced announced = event.data(Announced.class);
            // Agencies also refer to each other; one that merely knows the id of a case must not move it.
            if (!consultations.isOf(announced.originAgency(), announced.consultationId())) {
                return;
            }
            referrals
                    .keep(announced.referralId(), announced.consultationId(), announced.news(event.type()))
                    .ifPresent(referral -> follow(announced.consultationId(), referral));
        });
    }

    private void follow(UUID consultation, Referral referral) {
        Actor desk = new Actor("system:referral", "", "", Set.of());
        if (Referral.cameBack(referral.status())) {
            String reason = referral.reasonCode() == null ? referral.status() : referral.reasonCode();
            var why = new Consultation.Return(referral.targetDesk(), reason, referral.suggestedDesk());
            consultations.follow(consultation, desk, new Consultation.Command.ComeBack(why), clock.instant());
        } else if (!referral.open() && hasNoneOpen(consultation)) {
            consultations.follow(consultation, desk, new Consultation.Command.Conclude(), clock.instant());
        }
    }

    private boolean hasNoneOpen(UUID consultation) {
        return referrals.of(consultation).stream().noneMatch(Referral::open);
    }
}
