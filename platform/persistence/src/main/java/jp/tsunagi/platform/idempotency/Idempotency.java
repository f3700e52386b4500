package jp.tsunagi.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.FieldEncryption;

/**
 * Makes a POST safe to repeat: the same key with the same content gets the first answer again and has no second effect.
 *
 * <p>The key's row is inserted before anything else, in the transaction of the effect: of two requests at once the
 * second waits for the first and then reads its answer. A refused request leaves no key behind, so it may be corrected
 * and sent again under the same key. Keys of one client never meet those of another.
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final IdempotencyRows rows;
    private final PendingRows pending;
    private final FieldEncryption encryption;
    private final Json json;
    private final Clock clock;

    Idempotency(IdempotencyRows rows, PendingRows pending, FieldEncryption encryption, Json json, Clock clock) {
        this.rows = rows;
        this.pending = pending;
        this.encryption = encryption;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code effect} for the first request of its key; gives a later one the first one's answer.
     *
     * @param request what was asked, path parameters included: a repeat must ask for the same
     * @param body type of the answer's body, to read a stored one
     */
    @Transactional(TxType.MANDATORY)
    public <T> Answer<T> once(String client, String key, Object request, Class<T> body, Supplier<Answer<T>> effect) {
        byte[] fingerprint = encryption.fingerprint(json.write(request));
        if (!rows.insertIfAbsent(client, usable(key), fingerprint, clock.instant())) {
            return stored(client, key, fingerprint, body);
        }
        Answer<T> answer = effect.get();
        String text = answer.body() == null ? "" : json.write(answer.body());
        rows.storeAnswer(client, key, answer, encryption.seal(text, client + "/" + key));
        // What the tables refuse is refused here and not by the commit, whose failure nobody can explain to the sender.
        pending.flush();
        return answer;
    }

    /**
     * Forgets the answers that were given before a moment to a client, or to a group of clients ("mailbox" is every
     * client whose name begins with "mailbox "). The same key is then a new request.
     */
    @Transactional(TxType.MANDATORY)
    public long forget(String client, Instant before) {
        return rows.deleteBefore(client, before);
    }

    private static String usable(String key) {
        if (key == null || key.isBlank()) {
            throw new Refusal(PlatformProblem.IDEMPOTENCY_KEY_MISSING);
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(PlatformProblem.IDEMPOTENCY_KEY_MALFORMED);
        }
        return key;
    }

    private <T> Answer<T> stored(String client, String key, byte[] fingerprint, Class<T> body) {
        IdempotencyRow first = rows.findById(new IdempotencyRow.Key(client, key));
        if (!MessageDigest.isEqual(first.fingerprint, fingerprint)) {
            throw new Refusal(PlatformProblem.IDEMPOTENCY_KEY_REUSED);
        }
        String text = encryption.open(first.answer, client + "/" + key);
        return new Answer<>(
                first.status, text.isEmpty() ? null : json.read(text, body), first.location, first.etag, true);
    }
}
