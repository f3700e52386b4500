package jp.tsunagi.local.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmImportTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("tsunagi.root"));

    @Test
    void whatWasImportedLeavesNoSecretBehind(@TempDir Path dir) throws IOException {
        var directory = new StateDirectory(CHECKOUT, dir);
        var secrets = Secrets.of(directory);
        var realm = new RealmImport(directory, secrets);

        assertTrue(realm.prepare());
        var file = filesWith(secrets.password("gateway"), directory).getFirst();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(Files.readString(file).matches("(?s).*@[A-Z_]+@.*"));

        realm.imported();
        for (var name : List.of("gateway", "agency-sia", "agency-tokyo", "directory-loader", "demo-people")) {
            assertEquals(List.of(), filesWith(secrets.password(name), directory), name);
        }
        assertFalse(realm.prepare());
        assertEquals(List.of(), filesWith(secrets.password("gateway"), directory));
    }

    @Test
    void anImportThatWasInterruptedIsDoneAgain(@TempDir Path dir) throws IOException {
        var directory = new StateDirectory(CHECKOUT, dir);
        var realm = new RealmImport(directory, Secrets.of(directory));

        assertTrue(realm.prepare());
        assertTrue(realm.prepare());
    }

    private static List<Path> filesWith(String secret, StateDirectory directory) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(directory.data("keycloak"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains(secret)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
