package jp.tsunagi.intake.mailbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A browser that showed a valid code; the session's id itself is only in that browser. */
@Entity
@Table(name = "mailbox_session")
class MailboxSessionRow {

    @Id
    byte[] idHash;

    UUID consultationId;
    Instant openedAt;
    Instant lastUsedAt;
}
