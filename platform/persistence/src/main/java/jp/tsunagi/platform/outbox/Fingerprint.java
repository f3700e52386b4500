package jp.tsunagi.platform.outbox;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of an event and, through its predecessor's hash, of everything its aggregate announced before: two services
 * that hold the same fingerprint hold the same history. The owner stores it, the consumer computes it from what arrived.
 */
public final class Fingerprint {

    /** Of an aggregate that has announced nothing. */
    public static final String NONE = "";

    private Fingerprint() {}

    /** @param headers id, type, subject, sequence and time, in this order */
    public static String of(String previous, byte[] value, String... headers) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha))) {
                // Each text is written with its length: no other texts give the same bytes.
                out.writeUTF(previous);
                for (String header : headers) {
                    out.writeUTF(header);
                }
                out.write(value);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }
}
