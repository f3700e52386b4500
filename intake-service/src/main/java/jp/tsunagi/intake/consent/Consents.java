package jp.tsunagi.intake.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.consent.Consent.Decision;
import jp.tsunagi.intake.consent.Consent.How;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.time.Ids;

/** What consulters agreed to, question by question, and the grounds used where nobody could be asked. */
@ApplicationScoped
public class Consents {

    private final EntityManager entities;
    private final Audit audit;

    Consents(EntityManager entities, Audit audit) {
        this.entities = entities;
        this.audit = audit;
    }

    /** Everything asked in one case, oldest first. */
    public List<Consent> of(UUID consultation) {
        return entities.createQuery("from ConsentRow where consultationId = ?1 order by askedAt, id", ConsentRow.class)
                .setParameter(1, consultation)
                .getResultStream()
                .map(ConsentRow::toDomain)
                .toList();
    }

    /** The answer that counts for a recipient. */
    public Optional<Consent> newest(UUID consultation, String recipient) {
        return of(consultation).stream()
                .filter(consent -> consent.recipient().equals(recipient))
                .reduce((_, later) -> later);
    }

    /** Puts the question into the consulter's mailbox. */
    public Consent ask(UUID consultation, String recipient, Set<Field> fields, Actor by, Instant now) {
        Consent asked = new Consent(
                Ids.next(),
                consultation,
                recipient,
                fields,
                Consent.CURRENT_TEXT,
                Decision.ASKED,
                How.MAILBOX,
                now,
                null,
                by.id());
        return add(asked, by, "consent.ask");
    }

    /** Writes down what the consulter told a counsellor. */
    public Consent record(
            UUID consultation,
            String recipient,
            Set<Field> fields,
            String textVersion,
            Instant givenAt,
            Actor by,
            Instant now) {
        Consent given = new Consent(
                Ids.next(),
                consultation,
                recipient,
                fields,
                textVersion,
                Decision.GIVEN,
                How.COUNSELLOR,
                now,
                givenAt,
                by.id());
        return add(given, by, "consent.record");
    }

    /** The consulter's own answer to a question in the mailbox; only the fields that were asked for can be given. */
    public Consent answer(UUID id, UUID consultation, boolean yes, Set<Field> chosen, Instant now) {
        ConsentRow row = entities.find(ConsentRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !row.consultationId.equals(consultation)) {
            throw new Refusal(
                    Kind.NOT_FOUND, "question-not-found", "この質問は見つかりませんでした。", "There is no such question here.");
        }
        Consent asked = row.toDomain();
        if (asked.decision() != Decision.ASKED) {
            throw new Refusal(
                    Kind.CONFLICT, "question-answered", "この質問にはもう答えています。", "This question was answered already.");
        }
        Set<Field> agreed =
                yes ? chosen.stream().filter(asked.fields()::contains).collect(Collectors.toSet()) : Set.of();
        Consent answered = new Consent(
                id,
                consultation,
                asked.recipient(),
                agreed,
                asked.textVersion(),
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
    public Ground add(Ground ground, DataKey key, Actor by) {
        GroundRow row = new GroundRow();
        row.id = ground.id();
        row.consultationId = ground.consultation();
        row.recipient = ground.recipient();
        row.kind = ground.kind().code();
        row.reason = key.seal(ground.reason(), ground.id().toString(), "reason");
        row.approvedBy = ground.approvedBy();
        row.recordedBy = ground.recordedBy();
        row.recordedAt = ground.at();
        entities.persist(row);
        audit.record(
                by,
                "ground.record",
                "consultation/" + ground.consultation(),
                ground.kind().code());
        return ground;
    }

    private Consent add(Consent consent, Actor by, String action) {
        ConsentRow row = new ConsentRow();
        row.store(consent);
        entities.persist(row);
        audit.record(by, action, "consultation/" + consent.consultation(), null);
        return consent;
    }
}
