package jp.tsunagi.intake.provider;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** When somebody was reminded last. */
@Entity
@Table(name = "provider_reminder")
class ProviderReminderRow {

    @EmbeddedId
    Key key;

    Instant sentAt;

    @Embeddable
    record Key(String agency, String account) {}
}
