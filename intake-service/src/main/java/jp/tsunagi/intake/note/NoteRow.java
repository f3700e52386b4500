package jp.tsunagi.intake.note;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A note; the words are sealed. */
@Entity
@Table(name = "note")
class NoteRow {

    @Id
    UUID id;

    UUID consultationId;
    String authorId;
    String author;
    byte[] body;
    Instant at;
}
