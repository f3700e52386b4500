package jp.tsunagi.intake.publicform;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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

    /** Refuses a form that was sent before, whether or not with other words. */
    void requireUnused(ConfirmationCode code) {
        if (consultations.findByCode(code).isPresent()) {
            throw new Refusal(IntakeProblem.ALREADY_RECEIVED);
        }
    }

    /** The receipt of the consultation that the code opens. */
    Optional<Consultations.Added> find(ConfirmationCode code) {
        return consultations.findByCode(code).map(consultations::receipt);
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
