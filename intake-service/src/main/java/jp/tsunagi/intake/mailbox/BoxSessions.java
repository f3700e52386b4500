package jp.tsunagi.intake.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.sealing.FieldEncryption;

/** Who has a mailbox open in a browser: 15 minutes without a click end it, eight hours in any case. */
@ApplicationScoped
class BoxSessions {

    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(8);

    private final EntityManager entities;
    private final FieldEncryption encryption;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BoxSessions(EntityManager entities, FieldEncryption encryption, Clock clock) {
        this.entities = entities;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** A new session, 256 bits that only the browser keeps; dead ones are swept out on the way. */
    String open(UUID consultation) {
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        Instant now = clock.instant();
        entities.createQuery("delete from BoxSessionRow where lastUsedAt < ?1 or openedAt < ?2")
                .setParameter(1, now.minus(IDLE))
                .setParameter(2, now.minus(LONGEST))
                .executeUpdate();
        BoxSessionRow row = new BoxSessionRow();
        row.idHash = hash(id);
        row.consultationId = consultation;
        row.openedAt = now;
        row.lastUsedAt = now;
        entities.persist(row);
        return id;
    }

    /** The consultation of a living session, which lives on from now. */
    Optional<UUID> use(String id) {
        Instant now = clock.instant();
        return find(id).filter(
                        row -> row.lastUsedAt.isAfter(now.minus(IDLE)) && row.openedAt.isAfter(now.minus(LONGEST)))
                .map(row -> {
                    row.lastUsedAt = now;
                    return row.consultationId;
                });
    }

    void close(String id) {
        find(id).ifPresent(entities::remove);
    }

    private Optional<BoxSessionRow> find(String id) {
        return id == null || id.isEmpty()
                ? Optional.empty()
                : entities.createQuery("from BoxSessionRow where idHash = ?1", BoxSessionRow.class)
                        .setParameter(1, hash(id))
                        .getResultStream()
                        .findAny();
    }

    private byte[] hash(String id) {
        return encryption.fingerprint("box\n" + id);
    }
}
