package jp.tsunagi.intake.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.intake.attempts.Attempts;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.UrgencyRule;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** Taking a consultation in: it gets a 受付番号 and a 確認コード and lies in the queue. Needs only the database. */
@ApplicationScoped
public class Receiving {

    private final Consultations consultations;
    private final Attempts attempts;
    private final IntakeSettings settings;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Receiving(Consultations consultations, Attempts attempts, IntakeSettings settings, Clock clock) {
        this.consultations = consultations;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the consulter takes home. The code is told once and kept nowhere. */
    public record Receipt(
            UUID id,
            String receiptNumber,
            String confirmationCode,
            Instant receivedAt,
            String status,
            String urgency) {}

    /** A code to show before the consultation is sent, so that a lost answer costs nothing (security.md 3.3). */
    public ConfirmationCode drawCode() {
        while (true) {
            ConfirmationCode code = ConfirmationCode.draw(random);
            if (consultations.find(code).isEmpty()) {
                return code;
            }
        }
    }

    /** @param source who is sending: one who tries existing codes must wait like one who guesses in the mailbox */
    public Receipt receive(Submission told, Optional<ConfirmationCode> brought, String source) {
        brought.ifPresent(code -> refuseTaken(code, source));
        ConfirmationCode code = brought.orElseGet(this::drawCode);
        Instant now = clock.instant();
        ReceiptNumber number = drawNumber(now);
        UUID id = consultations.add(told, settings.agency(), number, code, now);
        return new Receipt(
                id,
                number.value(),
                code.digits(),
                now,
                "received",
                UrgencyRule.suggest(told).urgency().code());
    }

    /** The receipt of what was just sent with this code, once more. */
    public Receipt receipt(ConfirmationCode code) {
        return consultations.receipt(code);
    }

    private ReceiptNumber drawNumber(Instant now) {
        int year = now.atZone(JapanTime.ZONE).getYear();
        while (true) {
            ReceiptNumber number = ReceiptNumber.draw(year, random);
            if (!consultations.isTaken(number)) {
                return number;
            }
        }
    }

    private void refuseTaken(ConfirmationCode code, String source) {
        attempts.check(source);
        if (consultations.find(code).isPresent()) {
            attempts.failed(source);
            throw new Refusal(
                    Kind.CONFLICT,
                    "confirmation-code-unusable",
                    "この確認コードは使えません。もう一度はじめから送ってください。",
                    "This confirmation code cannot be used: send without one to be given one.");
        }
    }
}
