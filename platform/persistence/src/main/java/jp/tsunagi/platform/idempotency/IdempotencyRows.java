package jp.tsunagi.platform.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.http.Answer;

/** The table of request keys. */
@ApplicationScoped
class IdempotencyRows implements PanacheRepositoryBase<IdempotencyRow, IdempotencyRow.Key> {

    private static final PendingRows.Kind ANSWER =
            new PendingRows.Kind("answered", """
            update idempotency
               set status = given.status, location = given.location, etag = given.etag, answer = given.answer
              from (values """, "(?::integer, ?::text, ?::text, ?::bytea, ?::text, ?::text)", """
            ) as given (status, location, etag, answer, client, key)
             where idempotency.client = given.client and idempotency.key = given.key""");

    private final PendingRows pending;

    IdempotencyRows(PendingRows pending) {
        this.pending = pending;
    }

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
        pending.add(ANSWER, answer.status(), answer.location(), answer.etag(), sealedBody, client, key);
    }
}
