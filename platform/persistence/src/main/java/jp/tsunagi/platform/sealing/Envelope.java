package jp.tsunagi.platform.sealing;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * A package that only one other service can open: sealed with its public key, bound to a context such as the
 * record it belongs to, so that it may travel over the broker.
 */
@ApplicationScoped
public class Envelope {

    /** Who alone can open a package. */
    public enum Receiver {
        /** What intake hands over. */
        REFERRAL("handover"),
        /** What the desks say to a case of intake. */
        INTAKE("thread");

        private final String pair;

        Receiver(String pair) {
            this.pair = pair;
        }
    }

    private final SealingKeys keys;

    Envelope(SealingKeys keys) {
        this.keys = keys;
    }

    public byte[] seal(Receiver receiver, byte[] plain, String context) {
        try {
            return keys.read(receiver.pair + "-public.json")
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrongKind) {
            throw new IllegalStateException("the receiver's key cannot seal", wrongKind);
        }
    }

    /** @throws IllegalArgumentException when the package was changed, or sealed for somebody or something else */
    public byte[] open(Receiver self, byte[] sealed, String context) {
        try {
            return keys.read(self.pair + "-private.json")
                    .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                    .decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException tampered) {
            throw new IllegalArgumentException("the package cannot be opened", tampered);
        }
    }
}
