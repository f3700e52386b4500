package jp.tsunagi.intake.handover;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.intake.notification.TellingHolders;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Inbox;
import jp.tsunagi.platform.outbox.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears how our hand-overs go, and brings a case that was sent back to the top of the queue. */
@ApplicationScoped
class ReferralListener {

    /** Nameless, because no counsellor decided: a page then says that the consulter or a desk made the change. */
    private static final Actor DESK = new Actor("system:referral", "", "", Set.of());

    private final Inbox inbox;
    private final Referrals referrals;
    private final ReferralThreads threads;
    private final Consultations consultations;
    private final TellingHolders holders;
    private final Clock clock;

    ReferralListener(
            Inbox inbox,
            Referrals referrals,
            ReferralThreads threads,
            Consultations consultations,
            TellingHolders holders,
            Clock clock) {
        this.inbox = inbox;
        this.referrals = referrals;
        this.threads = threads;
        this.consultations = consultations;
        this.holders = holders;
        this.clock = clock;
    }

    /**
     * Which referral an event is about; its progress is read beside it.
     *
     * @param sealedEntry what was said with the step
     */
    record Announced(
            UUID referralId,
            @Nullable UUID consultationId,
            String originAgency,
            String targetDesk,
            @Nullable String sealedEntry) {}

    @Incoming("referral")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.follow(records, event -> {
            Announced announced = event.data(Announced.class);
            UUID consultation = announced.consultationId();
            // Agencies also refer to each other; one that merely knows the id of a case must not move it.
            if (consultation == null || !consultations.isOwnedBy(announced.originAgency(), consultation)) {
                return;
            }
            Referral.Progress told = event.data(Referral.Progress.class);
            boolean wasUndelivered = referrals.isUndelivered(announced.referralId());
            referrals
                    .upsert(
                            announced.referralId(),
                            consultation,
                            announced.targetDesk(),
                            isNotDelivered(event) ? told.notDelivered() : told,
                            event.first())
                    .ifPresent(referral -> {
                        if (event.again()) {
                            correctCase(consultation, referral, wasUndelivered);
                        } else {
                            if (referral.asks()) {
                                holders.tell(consultation);
                            }
                            moveCase(consultation, referral);
                        }
                        if (wasUndelivered && referral.open() && !referral.undelivered()) {
                            consultations.changeBySystem(
                                    consultation, new Consultation.Command.Arrive(), DESK, clock.instant());
                        }
                    });
            addToThread(consultation, announced, told);
        });
    }

    private void addToThread(UUID consultation, Announced announced, Referral.Progress step) {
        if (announced.sealedEntry() != null) {
            var entry = new ReferralThreads.Sealed(
                    announced.referralId(), step.version(), announced.sealedEntry(), step.changedAt());
            threads.add(consultation, entry, consultations.key(consultation))
                    .ifPresent(words -> consultations.readNote(consultation, words, DESK, clock.instant()));
        }
    }

    /** A referral that could not be delivered stays a draft over there; here the desk has said no. */
    private static boolean isNotDelivered(ReceivedEvent event) {
        return "jp.tsunagi.referral.not-delivered.v1".equals(event.type());
    }

    private void moveCase(UUID consultation, Referral referral) {
        if (referral.status().isBack()) {
            Referral.Progress progress = referral.progress();
            DeskReason reason = progress.reasonCode() == null
                    ? new DeskReason(progress.status().code())
                    : progress.reasonCode();
            holders.tell(consultation);
            var why = new Consultation.Return(referral.targetDesk(), reason, progress.suggestedDesk());
            consultations.changeBySystem(consultation, new Consultation.Command.ComeBack(why), DESK, clock.instant());
        } else if (!referral.open() && hasNoneOpen(consultation)) {
            consultations.changeBySystem(consultation, new Consultation.Command.Conclude(), DESK, clock.instant());
        }
    }

    /**
     * What is told again moved the case when it was new. It is told again because something was believed that the desk
     * never said, so a case that came back for that goes out again, and one that rightly came back stays.
     */
    private void correctCase(UUID consultation, Referral referral, boolean wasUndelivered) {
        boolean isBack = referral.status().isBack();
        if (!isBack && consultations.isReturnedFrom(referral.targetDesk(), consultation)) {
            var stays = new Consultation.Command.StayAway(!referral.undelivered());
            consultations.changeBySystem(consultation, stays, DESK, clock.instant());
        } else if (isBack && (wasUndelivered || consultations.isAway(consultation)) && hasNoneOpen(consultation)) {
            moveCase(consultation, referral);
        }
    }

    private boolean hasNoneOpen(UUID consultation) {
        return referrals.findByConsultation(consultation).stream().noneMatch(Referral::open);
    }
}
