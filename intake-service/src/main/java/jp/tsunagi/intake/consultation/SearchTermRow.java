package jp.tsunagi.intake.consultation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One keyed hash that a consultation is found by. */
@Entity
@Table(name = "search_term")
class SearchTermRow {

    @EmbeddedId
    Key key;

    @Embeddable
    record Key(UUID consultationId, byte[] term) {}
}
