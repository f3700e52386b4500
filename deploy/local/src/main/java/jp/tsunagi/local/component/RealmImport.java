package jp.tsunagi.local.component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;

/**
 * The realm on its way into Keycloak's database. The file that Keycloak imports holds every client's secret, so it is
 * there for the first start only. What stays is a mark of the realm without its secrets, to notice later changes.
 */
final class RealmImport {
    private final StateDirectory directory;
    private final Secrets secrets;

    RealmImport(StateDirectory directory, Secrets secrets) {
        this.directory = directory;
        this.secrets = secrets;
    }

    /** Returns whether Keycloak has to import the realm, whose file then lies where Keycloak looks for it. */
    boolean prepare() throws IOException {
        if (isImported()) {
            if (!Files.readString(mark()).equals(markOf(withAddresses()))) {
                System.out.println(
                        "  keycloak     keeps the realm of its first run although deploy/keycloak/realm.json or a"
                                + " port has changed; './tsunagi reset' takes the change in");
            }
            return false;
        }
        Files.createDirectories(file().getParent());
        // Another run may have ended in the middle of its import.
        Files.deleteIfExists(file());
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file(), withSecrets(withAddresses()));
        return true;
    }

    /** Whether the first start is over. */
    boolean isImported() {
        return Files.exists(mark());
    }

    /** Called when the realm answers. The mark comes last: without it the next start imports again, which is harmless. */
    void imported() {
        try {
            Files.deleteIfExists(file());
            Files.writeString(mark(), markOf(withAddresses()));
        } catch (IOException e) {
            throw StateDirectory.unusable(file(), e);
        }
    }

    private Path file() {
        return directory.data("keycloak").resolve("data/import/tsunagi-realm.json");
    }

    private Path mark() {
        return directory.data("keycloak").resolve("realm.imported");
    }

    private static String markOf(String realm) {
        return UUID.nameUUIDFromBytes(realm.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String withAddresses() throws IOException {
        return Files.readString(directory.root().resolve("deploy/keycloak/realm.json"))
                .replace("@PUBLIC_URL@", Port.GATEWAY.url())
                .replace("@SMTP_PORT@", Integer.toString(Port.SMTP.number()));
    }

    private String withSecrets(String realm) {
        return realm.replace("@DEMO_PASSWORD@", secrets.demoPassword())
                .replace("@GATEWAY_SECRET@", secrets.password("gateway"))
                .replace("@AGENCY_SIA_SECRET@", secrets.password("agency-sia"))
                .replace("@AGENCY_TOKYO_SECRET@", secrets.password("agency-tokyo"))
                .replace("@DIRECTORY_LOADER_SECRET@", secrets.password("directory-loader"));
    }
}
