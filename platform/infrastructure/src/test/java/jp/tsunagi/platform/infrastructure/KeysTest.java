package jp.tsunagi.platform.infrastructure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @Test
    @Tag("R11.1")
    void whatIntakeSealsOnlyReferralOpens(@TempDir Path dir) throws Exception {
        Keys.createHandover(dir.resolve("intake"), dir.resolve("referral"));

        var seal = read(dir.resolve("intake/handover-public.json"))
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        var open = read(dir.resolve("referral/handover-private.json"))
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);

        var sealed = seal.encrypt(new byte[] {1, 2, 3}, new byte[] {9});
        assertArrayEquals(new byte[] {1, 2, 3}, open.decrypt(sealed, new byte[] {9}));
    }

    @Test
    @Tag("R4.5")
    void referralCannotSignWhatIntakeSigns(@TempDir Path dir) throws Exception {
        Keys.createHandover(dir.resolve("intake"), dir.resolve("referral"));

        assertNotNull(read(dir.resolve("intake/handover-signing-private.json"))
                .getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class));
        var known = read(dir.resolve("referral/handover-signing-public.json"));
        assertThrows(
                GeneralSecurityException.class,
                () -> known.getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class));
        assertFalse(Files.exists(dir.resolve("referral/handover-signing-private.json")));
    }

    @Test
    @Tag("R13.4")
    void aSecondRunKeepsEveryKeyAndNobodyElseMayReadThem(@TempDir Path dir) throws Exception {
        var folder = dir.resolve("intake");
        Keys.create(folder);
        var first = Files.readString(folder.resolve("master.json"));

        Keys.create(folder);

        assertEquals(first, Files.readString(folder.resolve("master.json")));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("master.json"))));
    }

    private static KeysetHandle read(Path file) throws Exception {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }
}
