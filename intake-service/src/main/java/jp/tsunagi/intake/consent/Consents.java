package jp.tsunagi.intake.consent;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.vocabulary.Field;

/**
 * What consulters agreed to, question by question, and the grounds used where nobody could be asked. Only added to.
 *
 * <p>Who writes here holds the lock of the case, so that of two answers to one question the second sees the first.
 */
@ApplicationScoped
public class Consents {

    private final ConsentRows rows;
    private final GroundRows grounds;
    private final Withdrawals withdrawals;
    private final Audit audit;

    Consents(ConsentRows rows, GroundRows grounds, Withdrawals withdrawals, Audit audit) {
        this.rows = rows;
        this.grounds = grounds;
        this.withdrawals = withdrawals;
        this.audit = audit;
    }

    /** Everything asked and said in one case. */
    public ConsentHistory history(UUID consultation) {
        return new ConsentHistory(rows.findByConsultation(consultation).stream()
                .map(ConsentRow::toDomain)
                .toList());
    }

    /** Puts the question into the consulter's mailbox. */
    Consent ask(UUID consultation, Consent.Scope scope, List<Wording> wordings, Actor by, Instant now) {
        return add(Consent.question(consultation, scope, wordings, by.id(), now), by, "consent.ask");
    }

    /** Writes down what the consulter told a counsellor, see {@link Consent#told}. */
    public Consent record(Consent told, Actor by) {
        return add(told, by, "consent.record");
    }

    /**
     * The consulter's own answer to a question in the mailbox.
     *
     * @param language in which the consulter read the question
     */
    public Consent answer(UUID id, UUID consultation, Answer answer, Locale language, Instant now) {
        ConsentHistory history = history(consultation);
        Consent question = history.find(id)
                .filter(Consent::isAsked)
                .orElseThrow(() -> new Refusal(IntakeProblem.QUESTION_NOT_FOUND));
        if (history.isFollowed(id)) {
            throw new Refusal(IntakeProblem.QUESTION_ANSWERED);
        }
        if (history.isReplaced(question)) {
            throw new Refusal(IntakeProblem.QUESTION_REPLACED);
        }
        if (answer.yes && answer.chosen.stream().noneMatch(question.fields()::contains)) {
            throw new Refusal(IntakeProblem.ANSWER_EMPTY).at("/fields");
        }
        Consent read = question.readIn(language);
        return answer.yes
                ? add(read.answered(answer.chosen, now), Actor.consulter(), "consent.give")
                : add(read.refused(now), Actor.consulter(), "consent.refuse");
    }

    /** @param chosen fields that may be passed on */
    public record Answer(boolean yes, Set<Field> chosen) {}

    /**
     * The consulter takes a yes back; whoever has something because of it is told.
     *
     * @param version that the case reached with it
     */
    public Consent withdraw(UUID id, UUID consultation, long version, Instant now) {
        ConsentHistory history = history(consultation);
        Consent given = history.find(id)
                .filter(Consent::isGiven)
                .orElseThrow(() -> new Refusal(IntakeProblem.CONSENT_NOT_FOUND));
        if (!history.isNewestAnswer(given)) {
            throw new Refusal(IntakeProblem.CONSENT_NOT_IN_FORCE);
        }
        withdrawals.announce(given, version, now);
        return add(given.withdrawn(now), Actor.consulter(), "consent.withdraw");
    }

    /** Records a ground other than consent, its reason sealed with the consultation's key. */
    public void recordGround(LegalGround ground, DataKey key, Actor by) {
        GroundRow row = new GroundRow();
        row.id = ground.id();
        row.consultationId = ground.consultation();
        row.recipient = ground.recipient();
        row.kind = ground.kind();
        row.reason = requireNonNull(key.seal(ground.reason(), ground.id().toString(), "reason"));
        row.approvalId = ground.approval();
        row.recordedBy = ground.recordedBy();
        row.recordedAt = ground.at();
        grounds.persist(row);
        audit.record(
                by,
                "ground.record",
                "consultation/" + ground.consultation(),
                ground.kind().code());
    }

    private Consent add(Consent consent, Actor by, String action) {
        rows.persist(ConsentRow.of(consent));
        audit.record(by, action, "consultation/" + consent.consultation(), null);
        return consent;
    }
}
