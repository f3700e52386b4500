package jp.tsunagi.intake.consent;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consent.Consent.Decision;
import jp.tsunagi.intake.consent.Consent.How;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.vocabulary.Field;

/** What consulters agreed to, question by question, and the grounds used where nobody could be asked. */
@ApplicationScoped
public class Consents {

    private final ConsentRows rows;
    private final GroundRows grounds;
    private final Audit audit;

    Consents(ConsentRows rows, GroundRows grounds, Audit audit) {
        this.rows = rows;
        this.grounds = grounds;
        this.audit = audit;
    }

    /** Everything asked in one case, oldest first. */
    public List<Consent> findByConsultation(UUID consultation) {
        return rows.findByConsultation(consultation).stream()
                .map(ConsentRow::toDomain)
                .toList();
    }

    /** The answer that counts for a recipient. */
    public Optional<Consent> findNewest(UUID consultation, String recipient) {
        return rows.findNewest(consultation, recipient).map(ConsentRow::toDomain);
    }

    /** Puts the question into the consulter's mailbox. */
    public Consent ask(UUID consultation, Consent.Scope scope, Actor by, Instant now) {
        Consent asked = new Consent(Ids.next(), consultation, scope, Decision.ASKED, How.MAILBOX, now, null, by.id());
        return add(asked, by, "consent.ask");
    }

    /** Writes down what the consulter told a counsellor. */
    public Consent record(UUID consultation, Consent.Scope scope, Instant givenAt, Actor by, Instant now) {
        Consent given =
                new Consent(Ids.next(), consultation, scope, Decision.GIVEN, How.COUNSELLOR, now, givenAt, by.id());
        return add(given, by, "consent.record");
    }

    /** The consulter's own answer to a question in the mailbox; only the fields that were asked for can be given. */
    public Consent answer(UUID id, UUID consultation, boolean yes, Set<Field> chosen, Instant now) {
        ConsentRow row =
                rows.findLocked(id, consultation).orElseThrow(() -> new Refusal(IntakeProblem.QUESTION_NOT_FOUND));
        Consent asked = row.toDomain();
        if (!asked.isAsked()) {
            throw new Refusal(IntakeProblem.QUESTION_ANSWERED);
        }
        Set<Field> agreed =
                yes ? chosen.stream().filter(asked.fields()::contains).collect(Collectors.toSet()) : Set.of();
        Consent answered = new Consent(
                id,
                consultation,
                new Consent.Scope(asked.recipient(), agreed, asked.scope().textVersion()),
                yes ? Decision.GIVEN : Decision.REFUSED,
                How.MAILBOX,
                asked.askedAt(),
                now,
                asked.recordedBy());
        row.store(answered);
        audit.record(Actor.consulter(), yes ? "consent.give" : "consent.refuse", "consultation/" + consultation, null);
        return answered;
    }

    /** Records a ground other than consent, its reason sealed with the consultation's key. */
    public void recordGround(LegalGround ground, DataKey key, Actor by) {
        GroundRow row = new GroundRow();
        row.id = ground.id();
        row.consultationId = ground.consultation();
        row.recipient = ground.recipient();
        row.kind = ground.kind();
        row.reason = requireNonNull(key.seal(ground.reason(), ground.id().toString(), "reason"));
        row.approvedBy = ground.approvedBy();
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
        ConsentRow row = new ConsentRow();
        row.store(consent);
        rows.persist(row);
        audit.record(by, action, "consultation/" + consent.consultation(), null);
        return consent;
    }
}
