package jp.tsunagi.intake.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.intake.removal.RequestForm;

/** A draft, sealed. */
@Entity
@Table(name = "letter_draft")
class LetterDraftRow {

    @EmbeddedId
    Key key;

    @Column(updatable = false)
    UUID consultationId;

    byte[] fields;
    String savedBy;
    Instant savedAt;

    /** Counted by {@link Letters}; 0 before anything is kept. */
    long version;

    /** The consulter and the counsellors have one each: nobody writes over what the other side wrote. */
    @Embeddable
    record Key(UUID targetId, @Enumerated(EnumType.STRING) RequestForm form, boolean byConsulter) {}
}
