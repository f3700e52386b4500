package jp.tsunagi.intake.provider;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** A version of a provider's entry and who made it; added, never changed. */
@Entity
@Table(name = "provider_change")
class ProviderChangeRow {

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    ProviderChange.Kind kind;

    String entry;
    String changedBy;
    Instant changedAt;

    @Embeddable
    record Key(String code, long version) {}

    ProviderChange toDomain() {
        return new ProviderChange(key.version, kind, changedBy, changedAt);
    }
}
