package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder of unpacked programs: every stack and test run of one checkout shares it; deleting it is safe. */
public final class ProgramCache {
    private ProgramCache() {}

    /** {@code var/cache} of the checkout that {@code tsunagi.root} names, else a folder of the temporary directory. */
    public static Path shared() {
        var root = System.getProperty("tsunagi.root");
        return root == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "tsunagi-cache-" + System.getProperty("user.name"))
                : Path.of(root, "var", "cache").toAbsolutePath();
    }

    /** Deletes a folder and everything in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
