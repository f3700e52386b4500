package jp.tsunagi.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Properties;

/** The state folder of one stack: data, logs, secrets and the numbers of its processes. */
record Home(Path root, Path state) {
    /** {@code TSUNAGI_VAR} gives a second stack of the same checkout its own state. */
    static Home here() {
        var root = Path.of(System.getProperty("tsunagi.root", "."))
                .toAbsolutePath()
                .normalize();
        var chosen = System.getenv("TSUNAGI_VAR");
        var state = chosen == null || chosen.isBlank() ? root.resolve("var") : Path.of(chosen);
        return new Home(root, state.toAbsolutePath().normalize());
    }

    Path data(String part) {
        return made(state.resolve("data").resolve(part));
    }

    Path run() {
        return made(state.resolve("run"));
    }

    Path secrets() {
        return made(state.resolve("secrets"));
    }

    Path log(String part) {
        return made(state.resolve("log")).resolve(part + ".log");
    }

    boolean isNew() {
        return !Files.exists(state.resolve("data"));
    }

    /** Everything but the programs and caches, which are no state. */
    void forget() {
        for (var name : new String[] {"data", "run", "secrets", "log"}) {
            delete(state.resolve(name));
        }
    }

    Properties read(Path file) {
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
    void write(Path file, Properties properties) {
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

    static Trouble unusable(Path file, IOException why) {
        return new Trouble(Trouble.Kind.UNEXPECTED, file + " cannot be used: " + why + ".");
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

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }
}
