package jp.tsunagi.platform.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.mac.MacConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** The service's own keys, read from files of Tink keysets; in production the folder is mounted by the key service. */
@ApplicationScoped
class SealingKeys {

    @ConfigMapping(prefix = "tsunagi.sealing")
    interface Config {
        /**
         * Folder with master.json, lookup.json and, where needed, one half of each pair: handover-public.json or
         * handover-private.json, handover-signing-private.json or handover-signing-public.json, thread-public.json or
         * thread-private.json.
         */
        Path keys();

        /** Files that the service cannot do its work without; it does not start when one is missing or is no key. */
        @WithDefault("master.json,lookup.json")
        List<String> needed();
    }

    private final Config config;

    SealingKeys(Config config) {
        this.config = config;
        try {
            AeadConfig.register();
            MacConfig.register();
            HybridConfig.register();
            JwtSignatureConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink does not offer its own primitives", impossible);
        }
        config.needed().forEach(this::read);
    }

    KeysetHandle read(String name) {
        Path file = config.keys().resolve(name);
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("key file " + file, unreadable);
        } catch (GeneralSecurityException malformed) {
            throw new IllegalStateException("key file " + file + " is not a Tink keyset", malformed);
        }
    }
}
