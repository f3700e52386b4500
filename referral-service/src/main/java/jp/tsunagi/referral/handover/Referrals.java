package jp.tsunagi.referral.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.referral.disclosure.Disclosures;

/** All referrals. {@link #change} is the only way to modify one: state, history, audit and event are kept together. */
@ApplicationScoped
public class Referrals {

    /** A referral as it is kept, with the version that the next decision must name. */
    public record Kept(Referral referral, long version, Instant changedAt) {}

    /** Which part of an agency's list is asked for; null means everything. With {@code since} the oldest change is first. */
    public record Wanted(String agency, boolean inbox, Set<Status> statuses, Instant since, After after, int limit) {}

    /** The last line of the page before. */
    public record After(Instant changedAt, UUID id) {}

    private final EntityManager entities;
    private final Disclosures disclosures;
    private final Outbox outbox;
    private final Trail trail;

    Referrals(EntityManager entities, Disclosures disclosures, Outbox outbox, Trail trail) {
        this.entities = entities;
        this.disclosures = disclosures;
        this.outbox = outbox;
        this.trail = trail;
    }

    /** The referral, for one of its two sides; for everybody else it does not exist. */
    public Kept get(UUID id, Actor reader) {
        ReferralRow row = visible(entities.find(ReferralRow.class, id), reader);
        return new Kept(row.toDomain(trail.key(row.notesKey)), row.version, row.changedAt);
    }

    public List<Trail.Entry> history(UUID id, Actor reader) {
        ReferralRow row = visible(entities.find(ReferralRow.class, id), reader);
        DataKey notes = trail.key(row.notesKey);
        return trail.of(row.toDomain(notes), notes, reader);
    }

    boolean exists(UUID id) {
        return entities.find(ReferralRow.class, id) != null;
    }

    Kept add(Referral.Draft draft, Actor by, Instant now) {
        DataKey notes = trail.newKey();
        ReferralRow row = new ReferralRow();
        row.id = draft.id();
        row.version = 1;
        row.notesKey = notes.wrapped();
        row.changedAt = now;
        row.store(draft, notes);
        entities.persist(row);
        entities.flush();
        trail.appendCreation(draft, by, now);
        return new Kept(draft, row.version, now);
    }

    /** The loser of a race waits for the row, then learns who won and when (invariants I1 and I15). */
    public Referral.Step change(UUID id, long expected, Actor by, Command command, Instant now) {
        ReferralRow row = visible(entities.find(ReferralRow.class, id, LockModeType.PESSIMISTIC_WRITE), by);
        if (row.version != expected) {
            throw tooLate(Version.stale(row.version), row, by);
        }
        DataKey notes = trail.key(row.notesKey);
        Referral.Step step;
        try {
            step = row.toDomain(notes).on(command, by, now);
        } catch (Referral.IllegalMove refused) {
            throw tooLate(refused, row, by);
        }
        keep(row, step.now(), command, by, notes, now);
        if (step.born() != null) {
            add(step.born(), by, now);
            disclosures
                    .open(id)
                    .ifPresent(parcel -> disclosures.keep(step.born().id(), parcel));
        }
        return step;
    }

    private void keep(ReferralRow row, Referral reached, Command command, Actor by, DataKey notes, Instant now) {
        String announcement = ReferralEvent.name(command);
        if (announcement == null) {
            trail.noted(row.id, command, by);
            if (reached == null) {
                disclosures.purge(row.id, now);
                entities.remove(row);
            }
            return;
        }
        row.version++;
        row.changedAt = now;
        row.store(reached, notes);
        trail.append(reached, row.version, command, by, notes, now);
        if (!Standing.keepsPackage(reached)) {
            disclosures.purge(row.id, now);
        }
        outbox.append(ReferralEvent.of(announcement, reached, row.version, now));
    }

    /** Tells everybody that the draft could not be sent, so that its owner looks again (invariant I13). */
    void announceNotDelivered(Referral.Draft draft, String reasonCode, Instant now) {
        outbox.append(ReferralEvent.notDelivered(draft, 1, reasonCode, now));
    }

    /** The open referral of this consultation to this desk, if any; asked under a lock until the transaction ends. */
    Optional<UUID> open(String originAgency, String consultation, String targetDesk) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) locked")
                .setParameter(1, String.join("\n", originAgency, consultation, targetDesk))
                .getSingleResult();
        return entities.createQuery("""
                        select r.id from ReferralRow r
                         where r.terms.originAgency = ?1 and r.terms.consultation = ?2 and r.terms.targetDesk = ?3
                           and r.status in (REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, ON_HOLD)
                        """, UUID.class)
                .setParameter(1, originAgency)
                .setParameter(2, consultation)
                .setParameter(3, targetDesk)
                .getResultStream()
                .findFirst();
    }

    /** One line more than asked for, to tell whether there is a next page. */
    public List<Listed> list(Wanted wanted) {
        StringBuilder where = new StringBuilder("from ReferralRow r where ")
                .append(wanted.inbox ? "r.terms.targetAgency" : "r.terms.originAgency")
                .append(" = :agency")
                .append(wanted.inbox ? " and r.status <> DRAFT" : "")
                .append(wanted.statuses == null ? "" : " and r.status in :statuses");
        if (wanted.since != null) {
            where.append(" and r.changedAt >= :since")
                    .append(wanted.after == null ? "" : " and (r.changedAt, r.id) > (:changed, :after)")
                    .append(" order by r.changedAt, r.id");
        } else {
            where.append(wanted.after == null ? "" : " and r.id < :after").append(" order by r.id desc");
        }
        TypedQuery<ReferralRow> query = entities.createQuery(where.toString(), ReferralRow.class)
                .setParameter("agency", wanted.agency)
                .setMaxResults(wanted.limit + 1);
        if (wanted.statuses != null) {
            query.setParameter("statuses", wanted.statuses);
        }
        if (wanted.since != null) {
            query.setParameter("since", wanted.since);
        }
        if (wanted.after != null) {
            query.setParameter("after", wanted.after.id());
            if (wanted.since != null) {
                query.setParameter("changed", wanted.after.changedAt());
            }
        }
        return query.getResultStream().map(ReferralRow::listed).toList();
    }

    private static ReferralRow visible(ReferralRow row, Actor reader) {
        boolean seen = row != null
                && (reader.belongsTo(row.terms.originAgency)
                        || (reader.belongsTo(row.terms.targetAgency) && row.status != Status.DRAFT)
                        || reader.hasAnyRole("privacy-officer", "system"));
        if (!seen) {
            throw new Refusal(Kind.NOT_FOUND, "referral-unknown", "この照会は見つかりませんでした。", "There is no such referral.");
        }
        return row;
    }

    private Refusal tooLate(Refusal refusal, ReferralRow row, Actor by) {
        refusal.with("referralStatus", row.status.wire());
        trail.last(row.id, by)
                .ifPresent(entry -> refusal.with("decidedBy", entry.actorName())
                        .with("decidedAt", entry.at())
                        .with("decision", entry.command()));
        return refusal;
    }
}
