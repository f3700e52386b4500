package jp.tsunagi.local.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import jp.tsunagi.platform.infrastructure.ProgramCache;

/** The state folder of one stack: data, logs, secrets and the numbers of its processes. */
public record StateDirectory(Path root, Path path) {
    /** {@code TSUNAGI_VAR} gives a second stack of the same checkout its own state. */
    public static StateDirectory here() {
        var root = Path.of(System.getProperty("tsunagi.root", "."))
                .toAbsolutePath()
                .normalize();
        var chosen = System.getenv("TSUNAGI_VAR");
        var path = chosen == null || chosen.isBlank() ? root.resolve("var") : Path.of(chosen);
        return new StateDirectory(root, path.toAbsolutePath().normalize());
    }

    public Path data(String component) {
        return made(path.resolve("data").resolve(component));
    }

    public Path run() {
        return made(path.resolve("run"));
    }

    /** Settings of the services in dev mode, one file each. */
    public Path dev() {
        return made(path.resolve("dev"));
    }

    public Path secrets() {
        return made(path.resolve("secrets"));
    }

    public Path log(String component) {
        return made(path.resolve("log")).resolve(component + ".log");
    }

    public boolean isNew() {
        return !Files.exists(path.resolve("data"));
    }

    /** Everything but the programs and caches, which are no state. */
    public void forget() {
        try {
            for (var name : new String[] {"data", "run", "secrets", "log", "dev"}) {
                ProgramCache.delete(path.resolve(name));
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    public Properties read(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw unusable(file, e);
            }
        }
        return properties;
    }

    /** Whole or not at all, and readable by its owner only. */
    public void write(Path file, Properties properties) {
        try {
            var unfinished = Files.createTempFile(file.getParent(), "new", ".properties");
            try (var writer = Files.newBufferedWriter(unfinished)) {
                properties.store(writer, null);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    public static LauncherException unusable(Path file, IOException why) {
        return new LauncherException(LauncherException.Kind.UNEXPECTED, file + " cannot be used: " + why + ".");
    }

    private static Path made(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return folder;
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }
}
