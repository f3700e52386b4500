package jp.tsunagi.intake.consultation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** When a counsellor looked at a consultation last. */
@Entity
@Table(name = "reading")
class ReadingRow {

    @EmbeddedId
    Key key;

    Instant at;

    @Embeddable
    record Key(UUID consultationId, String reader) {}
}
