package jp.tsunagi.intake.publicform;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.FieldEncryption;
import org.jspecify.annotations.Nullable;

/**
 * The confirmation code of a consultation. It follows from the key of the form or of the API's request by a keyed hash,
 * so whoever goes back, changes something or repeats a request is told the same code, and nobody has to keep it
 * (decision 0020). The key is therefore a secret: long, random, and itself only kept as a hash.
 */
@ApplicationScoped
class DerivedCode {

    /** 22 characters of Base64 carry 128 bits. */
    private static final Pattern LONG_ENOUGH = Pattern.compile("[\\x21-\\x7e]{22,128}");

    /** A random key of that length has more; "aaaa…" and "demo-1-demo-1-…" have fewer. */
    private static final int FEWEST_SYMBOLS = 8;

    /** A second try is a coincidence of one in 10^10 at a million consultations. */
    private static final int MOST_TRIES = 100;

    private static final BigInteger CODES = BigInteger.TEN.pow(16);
    private static final int HASH_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    private final FieldEncryption encryption;
    private final Consultations consultations;

    DerivedCode(FieldEncryption encryption, Consultations consultations) {
        this.encryption = encryption;
        this.consultations = consultations;
    }

    /** A key for a new form. */
    String drawKey() {
        byte[] key = new byte[HASH_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** Whether a stranger would not come upon the key. */
    boolean isSecret(String key) {
        return LONG_ENOUGH.matcher(key).matches() && key.chars().distinct().count() >= FEWEST_SYMBOLS;
    }

    /** What is kept of a key; refuses a key that a stranger could use as well. */
    String hashed(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw new Refusal(PlatformProblem.IDEMPOTENCY_KEY_MISSING);
        }
        if (!isSecret(key)) {
            throw new Refusal(IntakeProblem.IDEMPOTENCY_KEY_GUESSABLE);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(encryption.fingerprint("public-key\n" + key));
    }

    /**
     * The one code of a form. When it opens something, that is what the form told before (or, once in 10^10 at a million
     * consultations, somebody else's).
     */
    ConfirmationCode only(String key) {
        return codes(key).findFirst().orElseThrow();
    }

    /**
     * What a receipt carries besides its key. Without it, whoever posts keys at random would try one code with each, past
     * the limit on guessing.
     */
    String proof(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(encryption.fingerprint("receipt\n" + key));
    }

    boolean isProof(String proof, String key) {
        return MessageDigest.isEqual(
                proof.getBytes(StandardCharsets.UTF_8), proof(key).getBytes(StandardCharsets.UTF_8));
    }

    /** The code for a new consultation of a program: the first that opens nothing yet. */
    ConfirmationCode unused(String key) {
        return codes(key)
                .filter(code -> consultations.findByCode(code).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The code that was given to a consultation that came in with this key. */
    ConfirmationCode of(String key, UUID consultation) {
        return codes(key)
                .filter(code -> consultations
                        .findByCode(code)
                        .filter(consultation::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Stream<ConfirmationCode> codes(String key) {
        return IntStream.range(0, MOST_TRIES).mapToObj(attempt -> {
            byte[] hash = encryption.fingerprint("public-code\n" + attempt + "\n" + key);
            byte[] end = Arrays.copyOfRange(hash, hash.length - HASH_BYTES, hash.length);
            return new ConfirmationCode("%016d".formatted(new BigInteger(1, end).mod(CODES)));
        });
    }
}
