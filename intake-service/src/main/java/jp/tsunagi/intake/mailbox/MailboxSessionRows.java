package jp.tsunagi.intake.mailbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The table of mailbox sessions. */
@ApplicationScoped
class MailboxSessionRows implements PanacheRepositoryBase<MailboxSessionRow, byte[]> {

    Optional<MailboxSessionRow> findByHash(byte[] idHash) {
        return find("idHash", idHash).firstResultOptional();
    }

    void deleteBefore(Instant lastUsed, Instant opened) {
        delete("lastUsedAt < ?1 or openedAt < ?2", lastUsed, opened);
    }
}
