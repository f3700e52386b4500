package jp.tsunagi.intake.consultation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a case's timeline. */
@Entity
@Table(name = "consultation_step")
class StepRow {

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    CommandType action;

    String byId;
    String byName;

    @Nullable
    String toId;

    @Nullable
    String toName;

    Instant at;

    /** The version that this step led to. */
    @Embeddable
    record Key(UUID consultationId, long version) {}
}
