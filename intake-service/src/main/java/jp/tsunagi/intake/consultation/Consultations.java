package jp.tsunagi.intake.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.intake.receipt.ReceiptNumber;
import jp.tsunagi.intake.removal.Targets;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.intake.submission.ContentUrls;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.FieldEncryption;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.vocabulary.Urgency;

/** All consultations: the only place that adds or changes one, with its timeline, audit row and event together. */
@ApplicationScoped
public class Consultations {

    private final ConsultationRows rows;
    private final StepRows steps;
    private final ReadingRows readings;
    private final SearchTerms terms;
    private final Targets targets;
    private final FieldEncryption encryption;
    private final Outbox outbox;
    private final Audit audit;
    private final RowAccess access;
    private final Triage triage;
    private final Json json;

    Consultations(
            ConsultationRows rows,
            StepRows steps,
            ReadingRows readings,
            SearchTerms terms,
            Targets targets,
            FieldEncryption encryption,
            Outbox outbox,
            Audit audit,
            RowAccess access,
            Triage triage,
            Json json) {
        this.rows = rows;
        this.steps = steps;
        this.readings = readings;
        this.terms = terms;
        this.targets = targets;
        this.encryption = encryption;
        this.outbox = outbox;
        this.audit = audit;
        this.access = access;
        this.triage = triage;
        this.json = json;
    }

    /** A consultation that was just added; holds nothing secret. */
    public record Added(
            UUID id, String receiptNumber, Instant receivedAt, ConsultationStatus status, Urgency urgency) {}

    public Added add(
            Submission submission, String ownerAgency, ReceiptNumber number, ConfirmationCode code, Instant now) {
        ConsultationRow row = new ConsultationRow();
        DataKey key = encryption.create();
        row.id = Ids.next();
        row.storeAssessment(triage.assess(submission), key, json);
        row.storeNews(now);
        row.store(new Consultation.Received(row.id, ownerAgency), now);
        row.storeSubmission(submission, key);
        row.receiptNumber = number.value();
        row.codeFingerprint = fingerprint(code.digits());
        row.receivedAt = now;
        row.changedAt = now;
        row.changedBy = "";
        access.open(row.id);
        rows.persist(row);
        terms.add(row.id, ownerAgency, submission);
        targets.add(row.id, List.of(), submission.urls(), Actor.consulter(), key, now);
        outbox.append(ConsultationEvent.received(row));
        audit.record(Actor.consulter(), "consultation.receive", object(row.id), null);
        return new Added(row.id, row.receiptNumber, row.receivedAt, row.status, row.urgency);
    }

    /** What its sender was told when it came in; for whoever proves to be the sender. */
    public Added receipt(UUID id) {
        access.open(id);
        ConsultationRow row = rows.findByIdOptional(id).orElseThrow();
        return new Added(row.id, row.receiptNumber, row.receivedAt, row.status, row.urgency);
    }

    public boolean exists(ReceiptNumber number) {
        return rows.exists(number);
    }

    /** The consultation that a code opens. */
    public Optional<UUID> findByCode(ConfirmationCode code) {
        return findByCode(Optional.of(code));
    }

    /** The same for what somebody typed: looked up also when it was no code, so that the time tells nothing. */
    public Optional<UUID> findByCode(Optional<ConfirmationCode> typed) {
        return rows.findByCode(fingerprint(typed.map(ConfirmationCode::digits).orElse("")));
    }

    /** Makes a counsellor's move, if the consultation is still as the counsellor last saw it. */
    public Stored<Consultation> change(
            UUID id, long expectedVersion, Consultation.Command command, Actor by, Instant now) {
        ConsultationRow row = rows.getLocked(id, by);
        if (row.version != expectedVersion) {
            throw stale(row);
        }
        return move(row, command, by, now);
    }

    /** Makes a move that follows from what a desk or the consulter decided, whatever the version. */
    public Stored<Consultation> changeBySystem(UUID id, Consultation.Command command, Actor by, Instant now) {
        return move(rows.getLocked(id), command, by, now);
    }

    /** The consulter writes again, also after the end: it is read like the first text, and the case waits to be seen. */
    public Stored<Consultation> addNews(UUID id, String text, Instant now) {
        ConsultationRow row = rows.getLocked(id);
        DataKey key = encryption.unwrap(row.dataKey);
        List<ContentUrl> before = targets.findUrls(id, key);
        // As long as there is room; the text itself has them all.
        List<ContentUrl> added = targets.add(id, before, ContentUrls.inText(text), Actor.consulter(), key, now);
        terms.add(id, row.ownerAgency, added);
        List<ContentUrl> named = Stream.concat(before.stream(), added.stream()).toList();
        Assessment later = triage.assess(row.submission(key, named, false).withText(text));
        Assessment all = row.assessment(key, json).and(later);
        row.storeAssessment(all, key, json);
        row.storeNews(now);
        Stored<Consultation> stored = move(row, written(row), Actor.consulter(), now);
        Assessment heard = row.answersWeighed ? triage.assess(text) : later;
        return isMoreUrgent(heard, row)
                ? move(row, new Consultation.Command.RaiseUrgency(all.raisedBy(heard)), Actor.consulter(), now)
                : stored;
    }

    /**
     * Adds places to a case that the caller has opened for it.
     *
     * @param by who names them
     */
    public void addTargets(UUID id, List<ContentUrl> urls, Actor by, Instant now) {
        ConsultationRow row = rows.getLocked(id, by);
        DataKey key = encryption.unwrap(row.dataKey);
        List<ContentUrl> before = targets.findUrls(id, key);
        if (ContentUrls.merged(before, urls).size() > Targets.MAX_COUNT) {
            throw new Refusal(IntakeProblem.TOO_MANY_TARGETS);
        }
        terms.add(id, row.ownerAgency, targets.add(id, before, urls, by, key, now));
        markForRecount(id);
        audit.record(by, "consultation.add-targets", object(id), null);
    }

    /** A desk wrote something about the case: read for danger, which wakes the case also after its end. */
    public void readNote(UUID id, String text, Actor by, Instant now) {
        Assessment heard = triage.assessNote(text);
        if (heard.urgency().compareTo(Urgency.NORMAL) >= 0) {
            return;
        }
        ConsultationRow row = rows.getLocked(id);
        if (isMoreUrgent(heard, row)) {
            if (row.status == ConsultationStatus.CLOSED) {
                move(row, new Consultation.Command.Reopen(), by, now);
            }
            Assessment raised =
                    row.assessment(encryption.unwrap(row.dataKey), json).raisedBy(heard);
            move(row, new Consultation.Command.RaiseUrgency(raised), by, now);
        }
    }

    private static boolean isMoreUrgent(Assessment heard, ConsultationRow row) {
        return heard.urgency().compareTo(row.urgency) < 0;
    }

    /** Whether the case lies with us because this desk did not take it, and nobody has looked at it since. */
    public boolean isReturnedFrom(String desk, UUID id) {
        return rows.getLocked(id).toDomain() instanceof Consultation.Returned returned
                && returned.why().desk().equals(desk);
    }

    /** Whether it lies with a desk, or nobody of ours has opened it. */
    public boolean isAway(UUID id) {
        Consultation state = rows.getLocked(id).toDomain();
        return state instanceof Consultation.Referred || state instanceof Consultation.Received;
    }

    /** Notes that the consulter answered a question, and holds the case until the transaction ends; moves only a closed one. */
    public void markTold(UUID id, Instant now) {
        ConsultationRow row = rows.getLocked(id);
        if (row.status == ConsultationStatus.CLOSED) {
            row.storeNews(now);
            move(row, written(row), Actor.consulter(), now);
        } else {
            rows.markTold(row, now);
        }
    }

    /** Holds the case until the transaction ends: nobody adds to it beside us. */
    public void lock(UUID id) {
        rows.getLocked(id);
    }

    /**
     * Cases whose deadlines are to be counted: those whose day has come, those that wait longest first; when there are
     * none, those that were counted by another edition of the rules.
     *
     * @param without cases that are not wanted
     */
    public List<UUID> findForRecount(LocalDate today, String edition, Collection<UUID> without, int most) {
        return rows.findForRecount(today, edition, without, most);
    }

    /** Something was noted from which a deadline may run; counted at once. */
    public void markForRecount(UUID id) {
        rows.markForRecount(id);
    }

    /**
     * @param pressing the end of the first period of the law that presses; empty for none
     * @param recountOn on which day another one will, or this one ceases to; empty for never
     * @param edition of the rules by which it was counted
     */
    public void storeDeadline(UUID id, Optional<LocalDate> pressing, Optional<LocalDate> recountOn, String edition) {
        rows.storeDeadline(rows.getLocked(id), pressing, recountOn, edition);
    }

    /** Who works on a case. */
    public record Holder(String agency, String account) {}

    /** Who works on a case, empty for nobody. */
    public Optional<Holder> findHolder(UUID id) {
        return rows.findHolder(id);
    }

    /** Code of the agency whose counsellors work on it, while it is an emergency. */
    public Optional<String> findEmergency(UUID id) {
        return rows.findOwner(id, Urgency.EMERGENCY);
    }

    /** Whether it is on the walled-off list of those who received a claim. */
    public boolean isFromRespondent(UUID id) {
        return rows.count("id = ?1 and respondentSide", id) > 0;
    }

    public boolean exists(UUID id) {
        return rows.count("id = ?1", id) > 0;
    }

    /** Whether the agency owns such a consultation. */
    public boolean isOwnedBy(String agency, UUID id) {
        // Counted and not loaded: who locks the row afterwards must read it then, not what it was now.
        return rows.count("id = ?1 and ownerAgency = ?2", id, agency) > 0;
    }

    /** The key that seals everything personal of one consultation. */
    public DataKey key(UUID id) {
        return encryption.unwrap(rows.getKey(id));
    }

    private Stored<Consultation> move(ConsultationRow row, Consultation.Command command, Actor by, Instant now) {
        Consultation state = row.toDomain().on(command, by);
        if (command instanceof Consultation.Command.WithdrawConsent) {
            row.storeNews(now);
        }
        Urgency before = row.urgency;
        CaseClassification classification = row.classification();
        if (command instanceof Consultation.Command.Decide(var decision)) {
            row.storeDecision(decision);
        }
        if (command instanceof Consultation.Command.Assign given && !given.to().equals(by.id())) {
            readings.deleteById(new ReadingRow.Key(row.id, given.to()));
        }
        row.unseen = row.unseen && !command.isOfStaff();
        if (command instanceof Consultation.Command.RaiseUrgency(var raised)) {
            row.storeRaise(raised, encryption.unwrap(row.dataKey), json);
        }
        row.store(state, now);
        row.changedAt = now;
        row.changedBy = by.name();
        rows.flush();
        steps.persist(step(row, command, by, now));
        ConsultationEvent.reached(state, row).filter(_ -> announces(command)).ifPresent(outbox::append);
        if (row.urgency != before) {
            outbox.append(ConsultationEvent.urgencyChanged(row, command instanceof Consultation.Command.Decide));
        }
        if (!row.classification().equals(classification)) {
            outbox.append(ConsultationEvent.classificationChanged(row));
        }
        audit.record(by, "consultation." + command.type().code(), object(row.id), null);
        return new Stored<>(state, row.version, row.changedAt);
    }

    private static Consultation.Command written(ConsultationRow row) {
        return row.status == ConsultationStatus.CLOSED
                ? new Consultation.Command.Reopen()
                : new Consultation.Command.Reply();
    }

    /** A state that was only kept is not reached again: nobody gets a second mail for it. */
    private static boolean announces(Consultation.Command command) {
        return command instanceof Consultation.Command.Answer
                || command instanceof Consultation.Command.Close
                || command instanceof Consultation.Command.Reopen;
    }

    private static StepRow step(ConsultationRow row, Consultation.Command command, Actor by, Instant now) {
        StepRow step = new StepRow();
        step.key = new StepRow.Key(row.id, row.version);
        step.action = command.type();
        step.byId = by.id();
        step.byName = by.name();
        if (command instanceof Consultation.Command.Assign given) {
            step.toId = given.to();
            step.toName = given.name();
        }
        step.at = now;
        return step;
    }

    /** Tells the loser of a race who won and when. */
    private static Refusal stale(ConsultationRow row) {
        return Version.stale(row.version, row.changedBy, row.changedAt);
    }

    private byte[] fingerprint(String digits) {
        return encryption.fingerprint("confirmation-code\n" + digits);
    }

    static String object(UUID id) {
        return "consultation/" + id;
    }
}
