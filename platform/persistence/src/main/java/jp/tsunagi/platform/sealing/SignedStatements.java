package jp.tsunagi.platform.sealing;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What one service says and another believes because of the signature, not because it stands in an event: a JSON Web
 * Token (RFC 7519, ES256) without expiry, about one subject. Who can only write to the broker cannot make one.
 */
@ApplicationScoped
public class SignedStatements {

    private static final String CLAIM = "statement";

    private final SealingKeys keys;

    SignedStatements(SealingKeys keys) {
        this.keys = keys;
    }

    /**
     * @param type what kind of statement it is, the {@code typ} of the token, for example {@code handover+jwt}
     * @param subject the record that it is about
     * @param json the statement, a JSON object
     */
    public String sign(String type, String subject, String json) {
        try {
            RawJwt token = RawJwt.newBuilder()
                    .setTypeHeader(type)
                    .setSubject(subject)
                    .addJsonObjectClaim(CLAIM, json)
                    .withoutExpiration()
                    .build();
            return keys.read("handover-signing-private.json")
                    .getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class)
                    .signAndEncode(token);
        } catch (GeneralSecurityException wrongKind) {
            throw new IllegalStateException("the statement cannot be signed", wrongKind);
        }
    }

    /** SHA-256 of content that a statement speaks of and does not hold. */
    public static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @return the statement as JSON
     * @throws IllegalArgumentException when nobody signed it, it was changed, or it is about something else
     */
    public String verify(String type, String subject, String token) {
        try {
            JwtValidator validator = JwtValidator.newBuilder()
                    .expectTypeHeader(type)
                    .allowMissingExpiration()
                    .build();
            var verified = keys.read("handover-signing-public.json")
                    .getPrimitive(RegistryConfiguration.get(), JwtPublicKeyVerify.class)
                    .verifyAndDecode(token, validator);
            if (!verified.hasSubject() || !verified.getSubject().equals(subject)) {
                throw new IllegalArgumentException("the statement is about another record");
            }
            return verified.getJsonObjectClaim(CLAIM);
        } catch (GeneralSecurityException forged) {
            throw new IllegalArgumentException("the statement is not signed by the service that makes it", forged);
        }
    }
}
