package jp.tsunagi.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Supplier;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.platform.sealing.Vault;

/**
 * Makes a POST safe to repeat: the same key with the same body gets the first answer again and has no second effect.
 *
 * <p>The key's row is inserted before anything else, in the transaction of the effect: of two requests at once the
 * second waits for the first and then reads its answer. A refused request leaves no key behind, so it may be corrected
 * and sent again under the same key. Keys of one client never meet those of another.
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";

    private final EntityManager entities;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(EntityManager entities, Vault vault, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** @param request what was asked, path parameters included: a repeat must ask for the same */
    @Transactional(TxType.MANDATORY)
    public Response once(String client, String key, Object request, Supplier<Response> effect) {
        byte[] fingerprint = vault.fingerprint(text(request));
        if (isFirst(client, usable(key), fingerprint)) {
            Response answer = effect.get();
            keep(client, key, answer);
            return answer;
        }
        return replay(client, key, fingerprint);
    }

    private static String usable(String key) {
        if (key == null || key.isBlank()) {
            throw new Refusal(
                    Kind.INVALID,
                    "idempotency-key-missing",
                    "送信の控え番号がありません。ページを開き直してください。",
                    "Send an Idempotency-Key header, for example a new UUID, and repeat it when you retry.");
        }
        if (!key.matches("[\\x21-\\x7e]{8,128}")) {
            throw new Refusal(
                    Kind.INVALID,
                    "idempotency-key-malformed",
                    "送信の控え番号の形が正しくありません。",
                    "Idempotency-Key must be 8 to 128 printable ASCII characters.");
        }
        return key;
    }

    private boolean isFirst(String client, String key, byte[] fingerprint) {
        return entities.createNativeQuery("""
                                insert into idempotency (client, key, fingerprint, created_at) values (?1, ?2, ?3, ?4)
                                on conflict do nothing
                                """)
                        .setParameter(1, client)
                        .setParameter(2, key)
                        .setParameter(3, fingerprint)
                        .setParameter(4, clock.instant())
                        .executeUpdate()
                == 1;
    }

    private void keep(String client, String key, Response answer) {
        String body = answer.hasEntity() ? text(answer.getEntity()) : "";
        entities.createNativeQuery("""
                        update idempotency set status = ?3, location = ?4, etag = ?5, answer = ?6
                         where client = ?1 and key = ?2
                        """)
                .setParameter(1, client)
                .setParameter(2, key)
                .setParameter(3, answer.getStatus())
                .setParameter(4, answer.getHeaderString("Location"))
                .setParameter(5, answer.getHeaderString("ETag"))
                .setParameter(6, vault.seal(body, client + "/" + key))
                .executeUpdate();
    }

    private Response replay(String client, String key, byte[] fingerprint) {
        Object[] first = (Object[]) entities.createNativeQuery(
                        "select fingerprint, status, location, etag, answer from idempotency where client = ?1 and key = ?2")
                .setParameter(1, client)
                .setParameter(2, key)
                .getSingleResult();
        if (!Arrays.equals((byte[]) first[0], fingerprint)) {
            throw new Refusal(
                    Kind.UNMET,
                    "idempotency-key-reused",
                    "同じ控え番号で別の内容が送られました。ページを開き直してください。",
                    "This Idempotency-Key was used for a different request; take a new one.");
        }
        Response.ResponseBuilder answer = Response.status((Integer) first[1]).header("Idempotent-Replayed", "true");
        if (first[2] != null) {
            answer.location(URI.create((String) first[2]));
        }
        if (first[3] != null) {
            answer.header("ETag", first[3]);
        }
        String body = vault.open((byte[]) first[4], client + "/" + key);
        return (body.isEmpty() ? answer : answer.entity(body).type(MediaType.APPLICATION_JSON)).build();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
