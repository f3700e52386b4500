package jp.tsunagi.intake.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import jp.tsunagi.platform.code.Json;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "provider")
class ProviderRow {

    @Id
    @Column(updatable = false)
    String code;

    /** The whole entry as JSON. */
    String entry;

    @Nullable
    String confirmedBy;

    @Nullable
    LocalDate confirmedOn;

    /** Counted by {@link Providers}, for confirmations that change no other column too; the first ETag is "1". */
    long version;

    ProviderEntry toDomain(Json json, LocalDate today) {
        return ProviderEntry.of(json.read(entry, Provider.class), version, confirmedBy, confirmedOn, today);
    }
}
