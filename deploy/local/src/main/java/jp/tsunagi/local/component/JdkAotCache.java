package jp.tsunagi.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.infrastructure.ProgramCache;

/**
 * The ahead-of-time cache of the JDK (JEP 514): classes already parsed and linked. The first run of a jar records, and
 * its JVM writes the cache after the program has stopped. The JVM ignores a broken cache.
 */
final class JdkAotCache implements AotCache {
    private final Path folder = ProgramCache.shared().resolve("aot");

    @Override
    public List<String> addTo(String component, List<String> command, Path programs) {
        var cache = folder.resolve(component + "-" + fingerprint(programs, command) + ".aot");
        var all = new ArrayList<>(command);
        try {
            if (Files.exists(cache) && Files.size(cache) > 0) {
                all.add(1, "-XX:AOTCache=" + cache);
            } else {
                Files.createDirectories(folder);
                deleteCachesOfOlderJars(component);
                all.add(1, "-XX:AOTCacheOutput=" + cache);
            }
        } catch (IOException e) {
            return command;
        }
        all.add(1, "-Xlog:aot*=off");
        return all;
    }

    private void deleteCachesOfOlderJars(String component) throws IOException {
        try (var caches = Files.newDirectoryStream(folder, component + "-*.aot")) {
            for (var cache : caches) {
                Files.deleteIfExists(cache);
            }
        }
    }

    /** Changes with any jar, with the JDK, and with a flag that the cache depends on. */
    private static String fingerprint(Path programs, List<String> command) {
        var flags = command.stream().filter(word -> word.startsWith("-XX:")).toList();
        try (var files = Files.walk(programs, 4)) {
            var jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(JdkAotCache::sizeAndTime)
                    .toList();
            var all = System.getProperty("java.vm.version") + flags + jars;
            return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
        } catch (IOException | UncheckedIOException e) {
            return "unreadable";
        }
    }

    private static String sizeAndTime(Path jar) {
        try {
            return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
