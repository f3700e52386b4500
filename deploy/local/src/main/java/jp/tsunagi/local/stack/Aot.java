package jp.tsunagi.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.local.Cache;

/**
 * The JDK's ahead-of-time cache of a part: classes already parsed and linked, so that its next start is short.
 *
 * <p>The first run of a jar records, and the cache is made from the record after that run has stopped, in the
 * background and at the lowest priority: nobody waits for it. A missing, old or broken cache costs time, nothing else.
 */
final class Aot {
    private static final String RECORD = "-XX:AOTMode=record";

    private final Home home;
    private final Path folder = Cache.shared().resolve("aot");

    Aot(Home home) {
        this.home = home;
    }

    /** The command with the cache, or with a recording when there is none for these programs yet. */
    List<String> with(String part, List<String> command, Path programs) {
        var cache = folder.resolve(part + "-" + fingerprint(programs, command) + ".aot");
        var flags = Files.exists(cache)
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off")
                : List.of(RECORD, "-XX:AOTConfiguration=" + record(part), "-Xlog:aot*=off");
        var all = new ArrayList<>(command);
        all.addAll(1, flags);
        note(part, cache, all);
        return all;
    }

    /** After the part has stopped: makes its cache if this run was a recording. */
    void finish(String part) {
        var record = record(part);
        var note = note(part);
        if (!Files.exists(record) || !Files.exists(note)) {
            return;
        }
        try {
            var lines = Files.readAllLines(note);
            var cache = Path.of(lines.getFirst());
            var unfinished = cache.resolveSibling(cache.getFileName() + "." + UUID.randomUUID());
            var command = new ArrayList<>(lines.subList(1, lines.size()));
            command.set(command.indexOf(RECORD), "-XX:AOTMode=create");
            command.add(1, "-XX:AOTCache=" + unfinished);
            Files.delete(note);
            start(part, command, unfinished, cache, record);
        } catch (IOException e) {
            // Without a cache the next start is slow, as this one was.
            System.out.println("  " + part + " keeps starting slowly: " + e.getMessage());
        }
    }

    private void start(String part, List<String> command, Path unfinished, Path cache, Path record) throws IOException {
        var script = "trap '' INT HUP; made=$1; cache=$2; record=$3; older=$4; shift 4; "
                + "nice -n 19 \"$@\" && rm -f \"$older\"*.aot && mv \"$made\" \"$cache\"; rm -f \"$made\" \"$record\"";
        var all = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        all.addAll(List.of(unfinished.toString(), cache.toString(), record.toString()));
        all.add(folder.resolve(part + "-").toString());
        all.addAll(command);
        new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(home.log("aot-" + part).toFile())
                .start();
    }

    private Path record(String part) {
        return home.run().resolve(part + ".aotconf");
    }

    private Path note(String part) {
        return home.run().resolve(part + ".aotnote");
    }

    private void note(String part, Path cache, List<String> command) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(record(part));
            Files.deleteIfExists(note(part));
            if (command.contains(RECORD)) {
                var lines = new ArrayList<>(List.of(cache.toString()));
                lines.addAll(command);
                Files.write(note(part), lines);
            }
        } catch (IOException e) {
            throw Home.unusable(note(part), e);
        }
    }

    /** Changes when any jar changes, with the JDK, and with a flag that the cache depends on. */
    private static String fingerprint(Path programs, List<String> command) {
        var heapKeeping =
                command.stream().filter(word -> word.startsWith("-XX:")).toList();
        try (var files = Files.walk(programs, 4)) {
            var jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(file -> file + " " + stamp(file))
                    .toList();
            var all = System.getProperty("java.vm.version") + heapKeeping + jars;
            return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
        } catch (IOException | UncheckedIOException e) {
            return "unreadable";
        }
    }

    private static String stamp(Path jar) {
        try {
            return Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
