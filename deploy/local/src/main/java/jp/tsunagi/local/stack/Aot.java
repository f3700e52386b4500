package jp.tsunagi.local.stack;

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
 * The JDK's ahead-of-time cache of a part: classes already parsed and linked, so that its next start is short.
 *
 * <p>The first run of a jar records, and the cache is made from the record after that run has stopped, in the
 * background and at the lowest priority: nobody waits for it. A missing, old or broken cache costs time, nothing else.
 */
final class Aot {
    private static final String RECORD = "-XX:AOTMode=record";
    private static final String CONFIGURATION = "-XX:AOTConfiguration=";

    /** Quarkus applications and our broker say so when all their work is done; what is left then is the record. */
    private static final String WORK_DONE = "stopped in ";

    private static final String MAKE = """
            trap '' INT HUP
            pid=$1; made=$2; cache=$3; record=$4; older=$5
            shift 5
            renice -n 19 -p "$pid" > /dev/null 2>&1
            waited=0
            while kill -0 "$pid" 2> /dev/null && [ $waited -lt 300 ]; do sleep 1; waited=$((waited + 1)); done
            if [ -s "$record" ] && nice -n 19 "$@"; then
              rm -f "$older"*.aot
              mv "$made" "$cache"
            fi
            rm -f "$made" "$record"
            """;

    private final Home home;
    private final Path folder = ProgramCache.shared().resolve("aot");

    Aot(Home home) {
        this.home = home;
    }

    /** The command with the cache, or with a recording when there is none for these programs yet. */
    List<String> with(String part, List<String> command, Path programs) {
        var cache = folder.resolve(part + "-" + fingerprint(programs, command) + ".aot");
        var flags = Files.exists(cache)
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off")
                : List.of(RECORD, CONFIGURATION + record(part), "-Xlog:aot*=off");
        var all = new ArrayList<>(command);
        all.addAll(1, flags);
        note(part, cache, all);
        return all;
    }

    /** Whether the part has done its work and its JVM only still writes its record, which may take a minute. */
    boolean onlyRecords(String part) {
        return Files.exists(note(part)) && Probe.said(home.log(part), WORK_DONE);
    }

    /** After the part has stopped: makes its cache if this run was a recording, and says whether it was. */
    boolean finish(String part, long pid) {
        var note = note(part);
        if (!Files.exists(note)) {
            return false;
        }
        try {
            var lines = Files.readAllLines(note);
            Files.delete(note);
            makeOnceEnded(part, pid, Path.of(lines.getFirst()), new ArrayList<>(lines.subList(1, lines.size())));
            return true;
        } catch (IOException e) {
            // Without a cache the next start is slow, as this one was.
            System.out.println("  " + part + " keeps starting slowly: " + e.getMessage());
            return false;
        }
    }

    private void makeOnceEnded(String part, long pid, Path cache, List<String> command) throws IOException {
        var record = command.stream()
                .filter(word -> word.startsWith(CONFIGURATION))
                .map(word -> word.substring(CONFIGURATION.length()))
                .findFirst()
                .orElseThrow();
        var unfinished = cache.resolveSibling(cache.getFileName() + "." + UUID.randomUUID());
        command.set(command.indexOf(RECORD), "-XX:AOTMode=create");
        command.add(1, "-XX:AOTCache=" + unfinished);
        var all = new ArrayList<>(List.of("sh", "-c", MAKE, "sh", Long.toString(pid), unfinished.toString()));
        all.addAll(List.of(cache.toString(), record, folder.resolve(part + "-").toString()));
        all.addAll(command);
        new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(home.log("aot-" + part).toFile())
                .start();
    }

    private Path note(String part) {
        return home.run().resolve(part + ".aotnote");
    }

    private Path record(String part) {
        return folder.resolve(part + "-" + UUID.randomUUID() + ".record");
    }

    private void note(String part, Path cache, List<String> command) {
        try {
            Files.createDirectories(folder);
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
