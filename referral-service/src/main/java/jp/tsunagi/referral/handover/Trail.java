package jp.tsunagi.referral.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.FieldEncryption;
import jp.tsunagi.platform.time.Ids;

/** The history of each referral that both sides read, and the audit of who did it. */
@ApplicationScoped
public class Trail {

    /**
     * One thing that happened.
     *
     * @param actorName staff of the reader's own agency are named; of the other side the agency is enough
     * @param words what was said with it, if the reader may know
     */
    public record Entry(
            long version,
            String command,
            String agency,
            String actorName,
            Status status,
            Business businessStatus,
            Reason reasonCode,
            String words,
            Instant at) {}

    private final EntityManager entities;
    private final Audit audit;
    private final FieldEncryption encryption;

    Trail(EntityManager entities, Audit audit, FieldEncryption encryption) {
        this.entities = entities;
        this.audit = audit;
        this.encryption = encryption;
    }

    /** The key under which the words of one referral are sealed, apart from the parcel's key that may be destroyed. */
    DataKey newKey() {
        return encryption.create();
    }

    DataKey key(byte[] wrapped) {
        return encryption.unwrap(wrapped);
    }

    void append(Referral reached, long version, Command command, Actor by, DataKey notes, Instant now) {
        append(
                reached,
                version,
                command.verb().wire(),
                by,
                notes.seal(command.words(), words(reached.id()), Long.toString(version)),
                command.audience(),
                now);
    }

    /** A beginning that no command made: a new draft. */
    void appendCreation(Referral.Draft draft, Actor by, Instant now) {
        append(draft, 1, "create", by, null, Command.Audience.AGENCY, now);
    }

    /** What leaves the record as it is: the discarding of a draft, the opening of another one in its place. */
    void noted(UUID referral, Command command, Actor by) {
        audit.record(by, "referral." + command.verb().wire(), "referral/" + referral, null);
    }

    private void append(
            Referral reached,
            long version,
            String command,
            Actor by,
            byte[] words,
            Command.Audience audience,
            Instant now) {
        Standing standing = Standing.of(reached);
        TrailRow row = new TrailRow();
        row.id = Ids.next();
        row.referralId = reached.id();
        row.version = version;
        row.command = command;
        row.actor = by.id();
        row.actorName = by.name();
        row.agency = by.agency();
        row.status = standing.status();
        row.business = standing.business();
        row.reason = standing.reason();
        row.words = words;
        row.audience = audience;
        row.at = now;
        entities.persist(row);
        audit.record(
                by,
                "referral." + command,
                "referral/" + reached.id(),
                standing.reason() == null ? null : standing.reason().wire());
    }

    /** The history as one reader may see it: a note kept inside the target's agency is not shown to the origin. */
    List<Entry> of(Referral referral, DataKey notes, Actor reader) {
        boolean isTarget = reader.belongsTo(referral.terms().targetAgency());
        return rows(referral.id()).stream()
                .filter(row -> isTarget || row.audience != Command.Audience.INTERNAL)
                .map(row -> entry(row, notes, reader))
                .toList();
    }

    /** Who changed it last, in words the asker may read; for whoever came too late (invariant I15). */
    Optional<Entry> last(UUID referral, Actor reader) {
        return rows(referral).reversed().stream().findFirst().map(row -> entry(row, null, reader));
    }

    private Entry entry(TrailRow row, DataKey notes, Actor reader) {
        return new Entry(
                row.version,
                row.command,
                row.agency,
                reader.belongsTo(row.agency) ? row.actorName : row.agency,
                row.status,
                row.business,
                row.reason,
                notes == null ? null : notes.open(row.words, words(row.referralId), Long.toString(row.version)),
                row.at);
    }

    private List<TrailRow> rows(UUID referral) {
        return entities.createQuery("from TrailRow where referralId = ?1 order by version, at, id", TrailRow.class)
                .setParameter(1, referral)
                .getResultList();
    }

    private static String words(UUID referral) {
        return "trail/" + referral;
    }
}
