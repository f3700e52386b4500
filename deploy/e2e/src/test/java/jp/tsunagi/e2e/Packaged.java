package jp.tsunagi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells {@code ./tsunagi} that Maven has just packaged everything, so that it does not build it all once more. It says
 * so only when it is true: every program is younger than every source it is made of.
 */
final class Packaged {

    private static final List<String> PROGRAMS = List.of(
            "intake-service/target/quarkus-app/quarkus-run.jar",
            "referral-service/target/quarkus-app/quarkus-run.jar",
            "liaison-council-service/target/quarkus-app/quarkus-run.jar",
            "gateway/target/quarkus-app/quarkus-run.jar",
            "deploy/local/target/tsunagi-local-1-SNAPSHOT.jar");

    private static final List<String> SOURCES = List.of(
            "platform", "intake-service", "referral-service", "liaison-council-service", "gateway", "deploy/local");

    private Packaged() {}

    static void note(Path root) {
        try {
            Path cache = Files.createDirectories(root.resolve("var/cache"));
            if (!PROGRAMS.stream().map(root::resolve).allMatch(Files::exists)
                    || oldestProgram(root).compareTo(newestSource(root)) < 0) {
                return;
            }
            for (String stamp : List.of("built", "built-infra")) {
                Path file = cache.resolve(stamp);
                if (!Files.exists(file)) {
                    Files.createFile(file);
                }
                Files.setLastModifiedTime(file, oldestProgram(root));
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static FileTime oldestProgram(Path root) {
        return PROGRAMS.stream()
                .map(root::resolve)
                .map(Packaged::changed)
                .min(FileTime::compareTo)
                .orElseThrow();
    }

    private static FileTime newestSource(Path root) throws IOException {
        FileTime newest = changed(root.resolve("pom.xml"));
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(root.resolve(source))) {
                newest = files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().contains("/target/")
                                && !file.toString().contains("/src/test/"))
                        .filter(file ->
                                file.endsWith("pom.xml") || file.toString().contains("/src/main/"))
                        .map(Packaged::changed)
                        .reduce(newest, (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        return newest;
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.from(Instant.EPOCH);
        }
    }
}
