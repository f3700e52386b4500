package jp.tsunagi.intake.publicform;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.intake.receipt.ReceiptNumber;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;

/** Receives a consultation: it gets a receipt number and lies in the queue. Needs only the database. */
@ApplicationScoped
class ReceivingConsultations {

    private final Consultations consultations;
    private final IntakeSettings settings;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    ReceivingConsultations(Consultations consultations, IntakeSettings settings, Clock clock) {
        this.consultations = consultations;
        this.settings = settings;
        this.clock = clock;
    }

    /** A code that opens nothing yet. A form shows it before it is sent, so that a lost answer costs nothing. */
    ConfirmationCode drawCode() {
        while (true) {
            ConfirmationCode code = ConfirmationCode.draw(random);
            if (consultations.findByCode(code).isEmpty()) {
                return code;
            }
        }
    }

    /** Refuses a form whose code opens a mailbox already: it was sent before, longer ago than its key is kept. */
    void requireUnused(ConfirmationCode code) {
        if (consultations.findByCode(code).isPresent()) {
            throw new Refusal(IntakeProblem.CONFIRMATION_CODE_UNUSABLE);
        }
    }

    Consultations.Added receive(Submission submission, ConfirmationCode code) {
        Instant now = clock.instant();
        return consultations.add(submission, settings.agency(), drawNumber(now), code, now);
    }

    private ReceiptNumber drawNumber(Instant now) {
        int year = now.atZone(JapanTime.ZONE).getYear();
        while (true) {
            ReceiptNumber number = ReceiptNumber.draw(year, random);
            if (!consultations.exists(number)) {
                return number;
            }
        }
    }
}
