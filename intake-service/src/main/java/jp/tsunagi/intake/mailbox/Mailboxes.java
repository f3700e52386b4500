package jp.tsunagi.intake.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.attempts.Attempts;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.ConfirmationCode;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.handover.Referral;
import jp.tsunagi.intake.handover.Referrals;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** What a consulter finds behind the confirmation code: answers, where the case is, and questions to answer. */
@ApplicationScoped
class Mailboxes {

    private final Attempts attempts;
    private final Consultations consultations;
    private final CaseFiles files;
    private final Consents consents;
    private final Referrals referrals;
    private final Desks desks;

    Mailboxes(
            Attempts attempts,
            Consultations consultations,
            CaseFiles files,
            Consents consents,
            Referrals referrals,
            Desks desks) {
        this.attempts = attempts;
        this.consultations = consultations;
        this.files = files;
        this.consents = consents;
        this.referrals = referrals;
        this.desks = desks;
    }

    /** Nothing here names the consulter: the code may be read over a shoulder. */
    record View(
            String receiptNumber,
            String status,
            Instant receivedAt,
            List<Message> messages,
            List<Elsewhere> referrals,
            List<Question> questions) {}

    record Message(String from, String text, Instant at) {}

    /** Where else the case is, and what came of it. */
    record Elsewhere(
            String desk, String nameJa, String nameEn, String status, List<String> outcomeCodes, Instant changedAt) {}

    /** May we tell this desk these things? */
    record Question(
            UUID id,
            String desk,
            String nameJa,
            String nameEn,
            String scopeJa,
            List<String> fields,
            String textVersion) {}

    /** The consultation behind a code; the same answer for a wrong, an unknown and an unreadable one. */
    UUID enter(String typed, String source) {
        attempts.check(source);
        Optional<UUID> found = ConfirmationCode.read(typed).flatMap(consultations::find);
        if (found.isEmpty()) {
            attempts.failed(source);
            throw new Refusal(
                    Kind.NOT_FOUND,
                    "mailbox-not-found",
                    "番号が合いません。16けたの確認コードをもう一度見てください。",
                    "That number does not match: look at the 16-digit confirmation code again.");
        }
        attempts.succeeded(source);
        return found.get();
    }

    View view(UUID consultation) {
        CaseFile file = files.openForConsulter(consultation);
        return new View(
                file.receiptNumber(),
                file.status(),
                file.receivedAt(),
                file.messages().stream()
                        .map(m -> new Message(m.fromConsulter() ? "you" : "counsellor", m.text(), m.at()))
                        .toList(),
                referrals.of(consultation).stream().map(this::elsewhere).toList(),
                consents.of(consultation).stream()
                        .filter(Consent::isAsked)
                        .map(this::question)
                        .toList());
    }

    private Elsewhere elsewhere(Referral referral) {
        Optional<Desk> desk = desks.find(referral.targetDesk());
        return new Elsewhere(
                referral.targetDesk(),
                desk.map(Desk::nameJa).orElse(referral.targetDesk()),
                desk.map(Desk::nameEn).orElse(referral.targetDesk()),
                referral.status(),
                referral.outcomeCodes(),
                referral.changedAt());
    }

    private Question question(Consent asked) {
        Optional<Desk> desk = desks.find(asked.recipient());
        return new Question(
                asked.id(),
                asked.recipient(),
                desk.map(Desk::nameJa).orElse(asked.recipient()),
                desk.map(Desk::nameEn).orElse(asked.recipient()),
                desk.map(Desk::scopeJa).orElse(""),
                asked.fields().stream().map(Field::code).toList(),
                asked.textVersion());
    }
}
