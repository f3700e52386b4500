package jp.tsunagi.referral.repository;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.FieldEncryption;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.lifecycle.Referral;
import jp.tsunagi.vocabulary.ReasonCode;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jspecify.annotations.Nullable;

/** The history of each referral that both agencies read, and the audit of who did it. */
@ApplicationScoped
public class ReferralHistory {

    /** The code of the first entry, which no command made. */
    private static final String CREATE = "create";

    /**
     * One thing that happened.
     *
     * @param actorName staff of the reader's own agency are named; of the other agency its code is enough
     * @param words what was said with it, if the reader may know
     */
    public record Entry(
            long version,
            String command,
            String agency,
            String actorName,
            ReferralStatus status,
            @Nullable BusinessStatus businessStatus,
            @Nullable ReasonCode reasonCode,
            @Nullable String words,
            Instant at) {

        /** The command that made the entry; null for the first one. */
        public @Nullable CommandType type() {
            return Coded.find(CommandType.class, command).orElse(null);
        }
    }

    private final HistoryEntryRows rows;
    private final PendingRows pending;
    private final Audit audit;
    private final FieldEncryption encryption;

    ReferralHistory(HistoryEntryRows rows, PendingRows pending, Audit audit, FieldEncryption encryption) {
        this.rows = rows;
        this.pending = pending;
        this.audit = audit;
        this.encryption = encryption;
    }

    /** A key for the words of one referral, apart from the key of its disclosed data, which may be destroyed. */
    DataKey newKey() {
        return encryption.create();
    }

    DataKey key(byte[] wrapped) {
        return encryption.unwrap(wrapped);
    }

    void append(ReferralRow reached, Command command, Actor by, DataKey notes) {
        HistoryEntryRow row = entry(reached.id, reached.version, command.type().code(), by, reached.changedAt);
        row.status = reached.status;
        row.businessStatus = reached.businessStatus;
        row.reasonCode = reached.reasonCode;
        row.words = notes.seal(command.words(), context(reached.id), Long.toString(reached.version));
        row.audience = command.readers();
        String reason = reached.reasonCode == null ? null : reached.reasonCode.code();
        audit.record(by, "referral." + row.command, "referral/" + reached.id, reason);
        pending.insert(row);
    }

    void appendCreation(Referral.Draft draft, Actor by, Instant now) {
        HistoryEntryRow row = entry(draft.id(), 1, CREATE, by, now);
        row.status = ReferralStatus.DRAFT;
        row.audience = Command.Audience.AGENCY;
        audit.record(by, "referral." + CREATE, "referral/" + draft.id(), null);
        pending.insert(row);
    }

    /** Writes only the audit for what leaves the record as it is: a discarded draft, a draft in place of a closed one. */
    void auditOnly(UUID referral, Command command, Actor by) {
        audit.record(by, "referral." + command.type().code(), "referral/" + referral, null);
    }

    private static HistoryEntryRow entry(UUID referral, long version, String command, Actor by, Instant at) {
        HistoryEntryRow row = new HistoryEntryRow();
        row.id = Ids.next();
        row.referralId = referral;
        row.referralVersion = version;
        row.command = command;
        row.actor = by.id();
        row.actorName = by.name();
        row.agency = by.agency();
        row.at = at;
        return row;
    }

    /** The history as one reader may see it: a note kept inside the target's agency is not shown to the origin. */
    List<Entry> findFor(Actor reader, ReferralRow referral) {
        boolean isTarget = reader.belongsTo(referral.details.targetAgency);
        DataKey notes = key(referral.notesKey);
        return rows.findByReferral(referral.id).stream()
                .filter(row -> isTarget || row.audience != Command.Audience.INTERNAL)
                .map(row -> toEntry(row, reader, words(row, notes)))
                .toList();
    }

    /** The last change without its words, for an actor who came too late (docs/invariants.md I15). */
    Optional<Entry> findLast(UUID referral, Actor reader) {
        return rows.findLast(referral).map(row -> toEntry(row, reader, null));
    }

    private static Entry toEntry(HistoryEntryRow row, Actor reader, @Nullable String words) {
        return new Entry(
                row.referralVersion,
                row.command,
                row.agency,
                reader.belongsTo(row.agency) || row.agency.isEmpty() ? row.actorName : row.agency,
                row.status,
                row.businessStatus,
                row.reasonCode,
                words,
                row.at);
    }

    private static @Nullable String words(HistoryEntryRow row, DataKey notes) {
        return notes.open(row.words, context(row.referralId), Long.toString(row.referralVersion));
    }

    private static String context(UUID referral) {
        return "referral-history/" + referral;
    }
}
