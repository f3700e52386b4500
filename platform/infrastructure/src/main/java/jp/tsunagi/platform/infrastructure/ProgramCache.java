package jp.tsunagi.platform.infrastructure;

import java.nio.file.Path;

/** Where unpacked programs lie: shared by every stack and every test run of one checkout, and safe to delete. */
public final class ProgramCache {
    private ProgramCache() {}

    /** {@code var/cache} of the checkout that {@code tsunagi.root} names, else a folder of the temporary directory. */
    public static Path shared() {
        var root = System.getProperty("tsunagi.root");
        return root == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "tsunagi-cache-" + System.getProperty("user.name"))
                : Path.of(root, "var", "cache").toAbsolutePath();
    }
}
