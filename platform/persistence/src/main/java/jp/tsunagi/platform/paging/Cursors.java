package jp.tsunagi.platform.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.FieldEncryption;

/**
 * Where the next page of a list begins, as an opaque word for the caller: signed, and bound to who asked for what, so
 * that it cannot be used to look into another agency's list (docs/security.md R4.7).
 */
@ApplicationScoped
public class Cursors {

    /** As the description of the API says (RequestSchemas). */
    private static final int LONGEST = 500;

    private final FieldEncryption encryption;

    Cursors(FieldEncryption encryption) {
        this.encryption = encryption;
    }

    /** @param scope agency and filters of the list; @param position sort key of the last row shown */
    public String encode(String scope, String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] signature = signature(scope, position);
        byte[] cursor = ByteBuffer.allocate(1 + signature.length + text.length)
                .put((byte) signature.length)
                .put(signature)
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    public String decode(String scope, String cursor) {
        if (cursor.length() > LONGEST) {
            throw invalid();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            int end = 1 + bytes[0];
            String position = new String(Arrays.copyOfRange(bytes, end, bytes.length), StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(Arrays.copyOfRange(bytes, 1, end), signature(scope, position))) {
                return position;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw invalid();
        }
        throw invalid();
    }

    private byte[] signature(String scope, String position) {
        return encryption.fingerprint("cursor\n" + scope + "\n" + position);
    }

    private static Refusal invalid() {
        return new Refusal(PlatformProblem.CURSOR_INVALID);
    }
}
