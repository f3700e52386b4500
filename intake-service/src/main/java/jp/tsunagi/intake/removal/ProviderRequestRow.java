package jp.tsunagi.intake.removal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A request to a provider. The table is only added to. */
@Entity
@Table(name = "provider_request")
class ProviderRequestRow {

    @Id
    UUID id;

    UUID consultationId;
    UUID targetId;

    @Enumerated(EnumType.STRING)
    RequestForm form;

    LocalDate askedOn;
    String recordedBy;
    Instant recordedAt;
}
