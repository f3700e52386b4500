package jp.tsunagi.platform.sealing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * The key of one record. What is sealed under it names record and field as associated data, so that a ciphertext
 * copied to another row or column cannot be opened there.
 */
public final class DataKey {

    private final byte[] wrapped;
    private final Aead key;

    DataKey(byte[] wrapped, Aead key) {
        this.wrapped = wrapped.clone();
        this.key = key;
    }

    public byte[] wrapped() {
        return wrapped.clone();
    }

    /** Returns null for null: a field that was not given is not encrypted. */
    public byte @Nullable [] seal(@Nullable String plain, String record, String field) {
        return plain == null ? null : seal(key, plain, record + "/" + field);
    }

    public @Nullable String open(byte @Nullable [] sealed, String record, String field) {
        return sealed == null ? null : open(key, sealed, record + "/" + field);
    }

    static byte[] seal(Aead key, String plain, String context) {
        try {
            return key.encrypt(plain.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("nothing could be sealed", impossible);
        }
    }

    static String open(Aead key, byte[] sealed, String context) {
        try {
            return new String(key.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalStateException("a sealed field was moved, changed or belongs to another key", tampered);
        }
    }
}
