package jp.tsunagi.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Keeps what a person said unreadable in the database. Each record has a data key of its own, wrapped by the service's
 * master key: forgetting the wrapped key erases the person everywhere, backups included. A service without its keys does
 * not start, so that nobody is asked for something that cannot be kept.
 */
@Startup
@ApplicationScoped
public class FieldEncryption {

    private static final byte[] WRAPPING = "tsunagi data key".getBytes(StandardCharsets.UTF_8);

    private final Aead master;
    private final Mac lookup;

    FieldEncryption(SealingKeys keys) {
        try {
            master = keys.read("master.json").getPrimitive(RegistryConfiguration.get(), Aead.class);
            lookup = keys.read("lookup.json").getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException wrongKind) {
            throw new IllegalStateException("a key file is of the wrong kind", wrongKind);
        }
    }

    /** A new data key; keep {@link DataKey#wrapped()} beside what it seals. */
    public DataKey create() {
        try {
            KeysetHandle key = KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM"));
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(key, master, WRAPPING);
            return new DataKey(wrapped, key.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no data key could be made", impossible);
        }
    }

    public DataKey unwrap(byte[] wrapped) {
        try {
            KeysetHandle key = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, WRAPPING);
            return new DataKey(wrapped, key.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("a data key was not wrapped by this service's master key", foreign);
        }
    }

    /** Seals under the master key itself, for answers that belong to no record. */
    public byte[] seal(String plain, String context) {
        return DataKey.seal(master, plain, context);
    }

    public String open(byte[] sealed, String context) {
        return DataKey.open(master, sealed, context);
    }

    /** Keyed hash for exact look-up of a secret or a name: useless to whoever has only the database. */
    public byte[] fingerprint(String text) {
        try {
            return lookup.computeMac(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no keyed hash could be made", impossible);
        }
    }
}
