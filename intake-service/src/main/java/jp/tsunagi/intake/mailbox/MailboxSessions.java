package jp.tsunagi.intake.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.sealing.FieldEncryption;
import org.jspecify.annotations.Nullable;

/** Which browsers have a mailbox open: 15 minutes without a click end a session, eight hours in any case. */
@ApplicationScoped
class MailboxSessions {

    /** 256 bits: nobody guesses one. */
    private static final int ID_BYTES = 32;

    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(8);

    /** How long before the end somebody is warned. */
    static final Duration WARNING = Duration.ofMinutes(2);

    private static final int ID_LENGTH = 43;

    private final MailboxSessionRows rows;
    private final FieldEncryption encryption;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MailboxSessions(MailboxSessionRows rows, FieldEncryption encryption, Clock clock) {
        this.rows = rows;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Seals what is half written in the browser's tab; nobody gets it but who opens this mailbox. */
    String draftKey(UUID consultation) {
        return Base64.getEncoder().encodeToString(encryption.fingerprint("mailbox-draft\n" + consultation));
    }

    /** Starts a session with an id that only the browser keeps; expired sessions are deleted on the way. */
    String start(UUID consultation) {
        byte[] drawn = new byte[ID_BYTES];
        random.nextBytes(drawn);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        Instant now = clock.instant();
        rows.deleteBefore(now.minus(IDLE), now.minus(LONGEST));
        MailboxSessionRow row = new MailboxSessionRow();
        row.idHash = hash(id);
        row.consultationId = consultation;
        row.openedAt = now;
        row.lastUsedAt = now;
        rows.persist(row);
        return id;
    }

    /** The consultation of a living session, whose idle time starts again. */
    Optional<UUID> use(@Nullable String id) {
        Instant now = clock.instant();
        return find(id).filter(
                        row -> row.lastUsedAt.isAfter(now.minus(IDLE)) && row.openedAt.isAfter(now.minus(LONGEST)))
                .map(row -> {
                    row.lastUsedAt = now;
                    return row.consultationId;
                });
    }

    /** Whether a browser that brings this had a mailbox open. The mark that somebody left (QuickExit) is no such thing. */
    static boolean isId(@Nullable String brought) {
        return brought != null && brought.length() == ID_LENGTH;
    }

    void end(@Nullable String id) {
        find(id).ifPresent(row -> rows.delete(row));
    }

    private Optional<MailboxSessionRow> find(@Nullable String id) {
        return id == null || id.isEmpty() ? Optional.empty() : rows.findByHash(hash(id));
    }

    private byte[] hash(String id) {
        return encryption.fingerprint("box\n" + id);
    }
}
