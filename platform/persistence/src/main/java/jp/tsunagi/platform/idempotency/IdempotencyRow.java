package jp.tsunagi.platform.idempotency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One request key of one client, what was asked under it, and the sealed answer. */
@Entity
@Table(name = "idempotency")
@IdClass(IdempotencyRow.Key.class)
class IdempotencyRow {

    record Key(String client, String key) {}

    @Id
    String client;

    @Id
    String key;

    byte[] fingerprint;
    Integer status;
    String location;
    String etag;
    byte[] answer;

    Instant createdAt;
}
