package jp.tsunagi.referral.repository;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.details.ReferralNumber;
import jp.tsunagi.referral.disclosure.Disclosures;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.referral.lifecycle.Referral;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.referral.lifecycle.Transition;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.hibernate.exception.ConstraintViolationException;

/** All referrals. {@link #change} is the only way to modify one: it writes state, history, audit and event together. */
@ApplicationScoped
public class Referrals {

    /**
     * A referral after a command.
     *
     * @param number what people call it
     * @param newReferral id of the draft that replaces it or passes it on, if the command made one
     */
    public record Changed(
            Stored<Referral> stored, ReferralNumber number, StatusSummary state, Optional<UUID> newReferral) {}

    private final ReferralRows rows;
    private final Disclosures disclosures;
    private final OriginEntries origins;
    private final Outbox outbox;
    private final ReferralHistory history;
    private final PendingRows pending;

    Referrals(
            ReferralRows rows,
            Disclosures disclosures,
            OriginEntries origins,
            Outbox outbox,
            ReferralHistory history,
            PendingRows pending) {
        this.rows = rows;
        this.disclosures = disclosures;
        this.origins = origins;
        this.outbox = outbox;
        this.history = history;
        this.pending = pending;
    }

    /** The referral, for one of its two agencies; for everybody else it does not exist. */
    public Stored<Referral> get(UUID id, Actor reader) {
        return toDomain(visible(rows.findByIdOptional(id), reader));
    }

    /** The referral as {@link #get} gives it; nobody else can change it until the transaction ends. */
    public Stored<Referral> getForChange(UUID id, Actor by) {
        return toDomain(visible(rows.findLocked(id), by));
    }

    /** Which referral it is, for whom {@link #get} shows it. */
    public ReferralHeader header(UUID id, Actor reader) {
        return visible(rows.findByIdOptional(id), reader).toHeader();
    }

    /** The referral that people call so, for one of its two agencies; others find nothing. */
    public Optional<UUID> findByNumber(ReferralNumber number, Actor reader) {
        return rows.findByNumber(number).filter(row -> row.isVisibleTo(reader)).map(row -> row.id);
    }

    public List<ReferralHistory.Entry> findHistory(UUID id, Actor reader) {
        return history.findFor(reader, visible(rows.findByIdOptional(id), reader));
    }

    public boolean exists(UUID id) {
        return rows.findByIdOptional(id).isPresent();
    }

    /** The open referral of a consultation to a desk; of two that are sent at once, the second is refused. */
    public Optional<UUID> findOpen(String originAgency, String consultationRef, String targetDesk) {
        return rows.findOpen(originAgency, consultationRef, targetDesk);
    }

    /** The referrals of a consultation to a desk, open or not. */
    public List<UUID> findIds(String originAgency, String consultationRef, String targetDesk) {
        return rows.findIds(originAgency, consultationRef, targetDesk);
    }

    /** The referrals that were opened in place of this one or passed on from it. */
    public List<UUID> findMadeFrom(UUID id) {
        return rows.findMadeFrom(id);
    }

    /** One line more than asked for, to tell whether there is a next page. */
    public List<ReferralSummary> find(ReferralQuery query) {
        return rows.find(query).stream().map(ReferralLine::toSummary).toList();
    }

    /** How many referrals an agency has in each state. */
    public Map<ReferralStatus, Long> count(String agency, ReferralQuery.Box box) {
        return rows.count(agency, box);
    }

    public Stored<Referral> add(Referral.Draft draft, Actor by, Instant now) {
        DataKey notes = history.newKey();
        ReferralRow row = newRow(draft.id(), notes, now);
        row.store(draft, StatusSummary.of(draft), notes, now);
        rows.persist(row);
        rows.flush();
        history.appendCreation(draft, by, now);
        return new Stored<>(draft, row.version, now);
    }

    /** A draft that gets its first command at once: one row is written, and both steps stand in its history. */
    public Changed add(Referral.Draft draft, Command first, Actor by, Instant now) {
        if (!(draft.on(first, by, now) instanceof Transition.Moved(Referral reached))) {
            throw new IllegalArgumentException(first.type().code() + " makes no referral of a draft");
        }
        DataKey notes = history.newKey();
        ReferralRow row = newRow(draft.id(), notes, now);
        StatusSummary state = StatusSummary.of(reached);
        row.version++;
        row.store(reached, state, notes, now);
        pending.insertFirst(row, refused -> refusal(refused, row));
        history.appendCreation(draft, by, now);
        return announce(row, reached, state, first, by, notes, now);
    }

    private ReferralRow newRow(UUID id, DataKey notes, Instant now) {
        ReferralRow row = new ReferralRow();
        row.id = id;
        row.number = ReferralNumber.of(now.atZone(JapanTime.ZONE).getYear(), rows.nextCount())
                .value();
        row.notesKey = notes.wrapped();
        return row;
    }

    private void flush(ReferralRow row) {
        try {
            rows.flush();
        } catch (ConstraintViolationException refused) {
            throw refusal(refused, row);
        }
    }

    /** Of two referrals of a consultation to one desk, the index lets one through (docs/invariants.md I2). */
    private RuntimeException refusal(ConstraintViolationException refused, ReferralRow second) {
        return ReferralRows.ONE_OPEN.equals(refused.getConstraintName())
                ? new Refusal(ReferralProblem.OPEN_REFERRAL_EXISTS)
                        .explainedBy(() -> QuarkusTransaction.requiringNew().call(() -> secondOpen(second.details)))
                : refused;
    }

    private Refusal secondOpen(ReferralDetailsRow second) {
        return findOpen(second.originAgency, second.consultationRef, second.targetDesk)
                .map(first -> Refusal.of(List.of(alreadyOpen(first))))
                // The other one has ended meanwhile: whoever asks again may send.
                .orElseGet(() -> new Refusal(PlatformProblem.TEMPORARILY_UNAVAILABLE));
    }

    /** Why a second referral of a consultation is not sent to the same desk: it names the first. */
    public static Violation alreadyOpen(UUID first) {
        return new Violation("/targetDesk", ReferralProblem.OPEN_REFERRAL_EXISTS)
                .with("openReferral", first.toString());
    }

    /**
     * Gives a command to a referral; empty when a draft was discarded. Whoever loses a race waits for the row, then
     * learns who won and when (docs/invariants.md I1 and I15).
     */
    public Optional<Changed> change(UUID id, long expectedVersion, Command command, Actor by, Instant now) {
        ReferralRow row = visible(rows.findLocked(id), by);
        if (row.version != expectedVersion) {
            throw tooLate(Version.stale(row.version), row, by);
        }
        DataKey notes = history.key(row.notesKey);
        Transition transition;
        try {
            transition = row.toDomain(notes).on(command, by, now);
        } catch (Referral.IllegalTransition refused) {
            throw tooLate(refused, row, by);
        }
        return switch (transition) {
            case Transition.Moved(var to) -> Optional.of(store(row, to, command, by, notes, now));
            case Transition.Forwarded(var parent, var child) -> {
                Changed changed = store(row, parent, command, by, notes, now);
                yield Optional.of(with(child, changed, by, now));
            }
            case Transition.Reopened(var closed, var draft) -> {
                history.auditOnly(id, command, by);
                Changed unchanged = new Changed(
                        new Stored<>(closed, row.version, row.changedAt),
                        new ReferralNumber(row.number),
                        StatusSummary.of(closed),
                        Optional.empty());
                yield Optional.of(with(draft, unchanged, by, now));
            }
            case Transition.Discarded _ -> {
                history.auditOnly(id, command, by);
                disclosures.purge(id, now);
                rows.delete(row);
                yield Optional.empty();
            }
        };
    }

    private Changed store(ReferralRow row, Referral reached, Command command, Actor by, DataKey notes, Instant now) {
        StatusSummary state = StatusSummary.of(reached);
        row.store(reached, state, notes, now);
        // The flush raises the version, which history and event carry.
        flush(row);
        return announce(row, reached, state, command, by, notes, now);
    }

    private Changed announce(
            ReferralRow row,
            Referral reached,
            StatusSummary state,
            Command command,
            Actor by,
            DataKey notes,
            Instant now) {
        history.append(row, command, by, notes);
        if (!StatusSummary.keepsDisclosedData(reached)) {
            disclosures.purge(row.id, now);
        }
        Stored<ReferralDetails> details = new Stored<>(reached.details(), row.version, now);
        ReferralNumber number = new ReferralNumber(row.number);
        command.type()
                .eventName()
                .ifPresent(name -> outbox.append(
                        ReferralEvent.of(name, number, details, state, row.due, origins.seal(row, command, by))));
        return new Changed(new Stored<>(reached, row.version, now), number, state, Optional.empty());
    }

    private Changed with(Referral.Draft draft, Changed parent, Actor by, Instant now) {
        add(draft, by, now);
        disclosures.read(parent.stored().value().id()).ifPresent(disclosed -> disclosures.add(draft.id(), disclosed));
        return new Changed(parent.stored(), parent.number(), parent.state(), Optional.of(draft.id()));
    }

    /** Announces that a draft could not be sent, so that its owner looks again (docs/invariants.md I13). */
    public void announceNotDelivered(Stored<Referral> draft, String problemCode, Instant now) {
        Stored<ReferralDetails> details = new Stored<>(draft.value().details(), draft.version(), now);
        ReferralNumber number = new ReferralNumber(rows.findById(details.value().id()).number);
        outbox.append(ReferralEvent.notDelivered(number, details, StatusSummary.of(draft.value()), problemCode));
    }

    private Stored<Referral> toDomain(ReferralRow row) {
        return new Stored<>(row.toDomain(history.key(row.notesKey)), row.version, row.changedAt);
    }

    private static ReferralRow visible(Optional<ReferralRow> row, Actor reader) {
        return row.filter(found -> found.isVisibleTo(reader))
                .orElseThrow(() -> new Refusal(ReferralProblem.REFERRAL_NOT_FOUND));
    }

    private Refusal tooLate(Refusal refusal, ReferralRow row, Actor by) {
        refusal.with("referralStatus", row.status.code());
        history.findLast(row.id, by)
                .ifPresent(entry -> refusal.with("changedBy", entry.actorName())
                        .with("changedAt", entry.at())
                        .with("decision", entry.command()));
        return refusal;
    }
}
