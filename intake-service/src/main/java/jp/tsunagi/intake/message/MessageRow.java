package jp.tsunagi.intake.message;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer, or what the consulter wrote back; the words are sealed. */
@Entity
@Table(name = "message")
class MessageRow {

    @Id
    UUID id;

    UUID consultationId;
    String author;

    @Nullable
    String desk;

    boolean fromConsulter;
    byte[] body;
    Instant at;
}
