package jp.tsunagi.referral.sending;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import jp.tsunagi.platform.outbox.Inbox;
import jp.tsunagi.platform.outbox.ReceivedEvent;
import jp.tsunagi.referral.withdrawal.WithdrawingConsent;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Intake hands a consultation over, or says that a person took the consent back. */
@ApplicationScoped
class HandoverListener {

    private final Inbox inbox;
    private final IntakeStatements intake;
    private final TakingOverReferrals takingOver;
    private final WithdrawingConsent withdrawing;
    private final Clock clock;

    HandoverListener(
            Inbox inbox,
            IntakeStatements intake,
            TakingOverReferrals takingOver,
            WithdrawingConsent withdrawing,
            Clock clock) {
        this.inbox = inbox;
        this.intake = intake;
        this.takingOver = takingOver;
        this.withdrawing = withdrawing;
        this.clock = clock;
    }

    @Incoming("handover")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, this::hear);
    }

    private void hear(ReceivedEvent event) {
        switch (event.type()) {
            case IntakeStatements.HANDED_OVER -> takingOver.takeOver(intake.handover(event), clock.instant());
            case IntakeStatements.CONSENT_WITHDRAWN -> {
                var signed = intake.withdrawal(event);
                withdrawing.withdraw(signed.value(), signed.statement(), clock.instant());
            }
            // A newer intake may say more.
            default -> {}
        }
    }
}
