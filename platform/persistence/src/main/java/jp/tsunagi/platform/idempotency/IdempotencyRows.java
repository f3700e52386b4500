package jp.tsunagi.platform.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import jp.tsunagi.platform.http.Answer;

/** The table of request keys. */
@ApplicationScoped
class IdempotencyRows implements PanacheRepositoryBase<IdempotencyRow, IdempotencyRow.Key> {

    /** Inserts the key; false when it is there. Waits for a transaction that is inserting the same key. */
    boolean insertIfAbsent(String client, String key, byte[] fingerprint, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into idempotency (client, key, fingerprint, created_at) values (?1, ?2, ?3, ?4)
                                on conflict do nothing
                                """)
                        .setParameter(1, client)
                        .setParameter(2, key)
                        .setParameter(3, fingerprint)
                        .setParameter(4, now)
                        .executeUpdate()
                == 1;
    }

    long deleteBefore(String client, Instant before) {
        return delete("(client = ?1 or client like ?2) and createdAt < ?3", client, client + " %", before);
    }

    void storeAnswer(String client, String key, Answer<?> answer, byte[] sealedBody) {
        update(
                "status = ?1, location = ?2, etag = ?3, answer = ?4 where client = ?5 and key = ?6",
                answer.status(),
                answer.location(),
                answer.etag(),
                sealedBody,
                client,
                key);
    }
}
