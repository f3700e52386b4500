package jp.tsunagi.platform.infrastructure;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The key files a service finds in its TSUNAGI_KEYS folder, made on first use and never replaced: with the master key
 * everything sealed under it would be lost.
 *
 * <p>In production these folders come from a key management system; here they are clear text that only the user who
 * runs the stack can read.
 */
public final class Keys {
    private Keys() {}

    /** Every key of the platform, in one folder per service: intake, referral, council. */
    public static void createForServices(Path parent) {
        create(parent.resolve("intake"), parent.resolve("referral"), parent.resolve("council"));
        createHandover(parent.resolve("intake"), parent.resolve("referral"));
    }

    /** Each folder gets its own master.json (seals data keys) and lookup.json (keyed hashes for exact look-ups). */
    public static void create(Path... folders) {
        for (var folder : folders) {
            write(folder, "master.json", PredefinedAeadParameters.AES256_GCM);
            write(folder, "lookup.json", PredefinedMacParameters.HMAC_SHA256_256BITTAG);
        }
    }

    /**
     * The pairs for handing over: the sender can only seal and the receiver alone can open, on the way there and for
     * what is said on the way back; the sender alone can sign and the receiver can only verify.
     */
    public static void createHandover(Path sender, Path receiver) {
        try {
            HybridConfig.register();
            JwtSignatureConfig.register();
            var signing = JwtEcdsaParameters.builder()
                    .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                    .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                    .build();
            var signer = write(sender, "handover-signing-private.json", signing);
            save(receiver.resolve("handover-signing-public.json"), signer.getPublicKeysetHandle());
            var hpke = HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.TINK)
                    .build();
            var secret = write(receiver, "handover-private.json", hpke);
            save(sender.resolve("handover-public.json"), secret.getPublicKeysetHandle());
            var answers = write(sender, "thread-private.json", hpke);
            save(receiver.resolve("thread-public.json"), answers.getPublicKeysetHandle());
        } catch (GeneralSecurityException e) {
            throw new InfrastructureException("The hand-over keys could not be made: " + e.getMessage(), e);
        }
    }

    private static KeysetHandle write(Path folder, String name, Parameters parameters) {
        try {
            AeadConfig.register();
            MacConfig.register();
            var file = folder.resolve(name);
            if (Files.exists(file)) {
                return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            }
            var keys = KeysetHandle.generateNew(parameters);
            save(file, keys);
            return keys;
        } catch (GeneralSecurityException | IOException e) {
            throw new InfrastructureException(
                    "The key file " + name + " in " + folder + " could not be made or read.", e);
        }
    }

    private static void save(Path file, KeysetHandle keys) {
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
            var unfinished = Files.createTempFile(file.getParent(), "key", ".new");
            Files.writeString(unfinished, json);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (GeneralSecurityException | IOException e) {
            throw new InfrastructureException("The key file " + file + " could not be written.", e);
        }
    }
}
