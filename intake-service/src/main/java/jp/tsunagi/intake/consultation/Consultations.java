package jp.tsunagi.intake.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.UrgencyRule;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.FieldEncryption;
import jp.tsunagi.platform.time.Ids;

/** All consultations: the only place that adds or changes one, with its timeline, audit row and event together. */
@ApplicationScoped
public class Consultations {

    private final EntityManager entities;
    private final FieldEncryption encryption;
    private final Outbox outbox;
    private final Audit audit;

    Consultations(EntityManager entities, FieldEncryption encryption, Outbox outbox, Audit audit) {
        this.entities = entities;
        this.encryption = encryption;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The state reached and the version that has it. */
    public record Changed(Consultation state, long version) {}

    UUID add(Submission told, String owner, ReceiptNumber number, ConfirmationCode code, Instant now) {
        UrgencyRule.Suggestion suggestion = UrgencyRule.suggest(told);
        ConsultationRow row = new ConsultationRow();
        row.urgency = suggestion.urgency().code();
        row.urgencyReasons =
                suggestion.reasons().stream().map(UrgencyRule::code).toArray(String[]::new);
        row.store(new Consultation.Received(Ids.next(), owner));
        row.tell(told, encryption.create());
        row.receiptNumber = number.value();
        row.codeFingerprint = fingerprint(code);
        row.receivedAt = now;
        row.changedAt = now;
        row.changedBy = "";
        entities.persist(row);
        outbox.append(ConsultationEvent.received(row));
        audit.record(Actor.consulter(), "consultation.receive", object(row.id), null);
        return row.id;
    }

    boolean isTaken(ReceiptNumber number) {
        return !entities.createQuery("select 1 from ConsultationRow where receiptNumber = ?1", Integer.class)
                .setParameter(1, number.value())
                .getResultList()
                .isEmpty();
    }

    /** The consultation a code opens. */
    public Optional<UUID> find(ConfirmationCode code) {
        return entities.createQuery("select id from ConsultationRow where codeFingerprint = ?1", UUID.class)
                .setParameter(1, fingerprint(code))
                .getResultStream()
                .findAny();
    }

    Receiving.Receipt receipt(ConfirmationCode code) {
        ConsultationRow row = entities.createQuery(
                        "from ConsultationRow where codeFingerprint = ?1", ConsultationRow.class)
                .setParameter(1, fingerprint(code))
                .getSingleResult();
        return new Receiving.Receipt(row.id, row.receiptNumber, code.digits(), row.receivedAt, row.status, row.urgency);
    }

    /** Makes a counsellor's move, if the consultation is still as the counsellor last saw it. */
    public Changed change(UUID id, long seen, Actor by, Consultation.Command command, Instant now) {
        ConsultationRow row = lock(id);
        if (!by.belongsTo(row.owner)) {
            throw unknown();
        }
        if (row.version != seen) {
            throw Version.stale(row.version)
                    .with("changedBy", row.changedBy)
                    .with("changedAt", row.changedAt.toString());
        }
        return move(row, by, command, now);
    }

    /** Makes a move that follows from what somebody else decided: a desk, or the consulter. */
    public Changed follow(UUID id, Actor by, Consultation.Command command, Instant now) {
        return move(lock(id), by, command, now);
    }

    public boolean exists(UUID id) {
        return entities.find(ConsultationRow.class, id) != null;
    }

    /** Whether the agency has such a case; no id, no case. */
    public boolean isOf(String agency, UUID id) {
        ConsultationRow row = id == null ? null : entities.find(ConsultationRow.class, id);
        return row != null && row.owner.equals(agency);
    }

    /** Puts an answer, or what the consulter writes back, into the mailbox. */
    public UUID addMessage(UUID id, Actor author, boolean fromConsulter, String text, Instant now) {
        MessageRow message = new MessageRow();
        message.id = Ids.next();
        message.consultationId = id;
        message.author = fromConsulter ? "" : author.name();
        message.fromConsulter = fromConsulter;
        message.body = key(id).seal(text, message.id.toString(), "body");
        message.at = now;
        entities.persist(message);
        return message.id;
    }

    /** The key that seals everything personal of one consultation. */
    public DataKey key(UUID id) {
        return encryption.unwrap(entities.find(ConsultationRow.class, id).dataKey);
    }

    private Changed move(ConsultationRow row, Actor by, Consultation.Command command, Instant now) {
        Consultation state = row.toDomain().on(command);
        row.store(state);
        row.changedAt = now;
        row.changedBy = by.name();
        entities.flush();
        entities.persist(step(row, by, command, now));
        ConsultationEvent.reached(state, row).filter(_ -> announces(command)).ifPresent(outbox::append);
        audit.record(by, "consultation." + command.code(), object(row.id), null);
        return new Changed(state, row.version);
    }

    /** A state that was only kept is not reached again: nobody gets a second mail for it. */
    private static boolean announces(Consultation.Command command) {
        return command instanceof Consultation.Command.Answer || command instanceof Consultation.Command.Close;
    }

    private static StepRow step(ConsultationRow row, Actor by, Consultation.Command command, Instant now) {
        StepRow step = new StepRow();
        step.key = new StepRow.Key(row.id, row.version);
        step.action = command.code();
        step.byId = by.id();
        step.byName = by.name();
        step.at = now;
        return step;
    }

    private ConsultationRow lock(UUID id) {
        ConsultationRow row = entities.find(ConsultationRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw unknown();
        }
        return row;
    }

    private byte[] fingerprint(ConfirmationCode code) {
        return encryption.fingerprint("confirmation-code\n" + code.digits());
    }

    static String object(UUID id) {
        return "consultation/" + id;
    }

    /** The same for a consultation of another agency and for none, so that its existence does not leak. */
    static Refusal unknown() {
        return new Refusal(
                Kind.NOT_FOUND, "consultation-not-found", "この相談は見つかりませんでした。", "There is no such consultation here.");
    }
}
