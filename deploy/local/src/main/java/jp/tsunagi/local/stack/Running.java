package jp.tsunagi.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import jp.tsunagi.platform.infrastructure.Poll;

/** The processes of one stack as its pid files tell, whoever started them. */
final class Running {
    /** A machine's clock may be set while a process runs; a reused number is younger by far more. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(3);

    private static final Duration ORDERLY_END = Duration.ofSeconds(25);

    private final Home home;
    private final Aot aot;
    private volatile boolean writesCaches;

    Running(Home home) {
        this.home = home;
        this.aot = new Aot(home);
    }

    /** What a pid file says: the process, and how long it took until it was ready. */
    record Trace(long pid, Optional<ProcessHandle> process, Optional<Double> readyAfter) {
        boolean alive() {
            return process.isPresent();
        }
    }

    Optional<Trace> trace(String part) {
        var file = file(part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var noted = home.read(file);
        var pid = Long.parseLong(noted.getProperty("pid", "0"));
        var started = Instant.parse(noted.getProperty("started", Instant.EPOCH.toString()));
        var process = ProcessHandle.of(pid)
                .filter(Running::lives)
                .filter(handle -> handle.info()
                        .startInstant()
                        .map(instant -> Duration.between(instant, started).abs().compareTo(CLOCK_STEP) <= 0)
                        .orElse(true));
        return Optional.of(new Trace(
                pid, process, Optional.ofNullable(noted.getProperty("ready")).map(Double::valueOf)));
    }

    boolean alive(String part) {
        return trace(part).map(Trace::alive).orElse(false);
    }

    /** Starts the process in a session of its own, so that a Ctrl-C meant for the launcher does not reach it. */
    void start(String part, Part.Launch launch) {
        var log = home.log(part);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(part + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(detached(launch.command()))
                    .directory(launch.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("KC_"));
            builder.environment().putAll(launch.environment());
            var process = builder.start();
            var noted = new Properties();
            noted.setProperty("pid", Long.toString(process.pid()));
            noted.setProperty(
                    "started",
                    process.info().startInstant().orElseGet(Instant::now).toString());
            home.write(file(part), noted);
        } catch (IOException e) {
            throw new Trouble(Trouble.Kind.PART_FAILED, part + " could not be started: " + e.getMessage() + ".");
        }
    }

    void noteReady(String part, double seconds) {
        var noted = home.read(file(part));
        noted.setProperty("ready", String.format(Locale.ROOT, "%.1f", seconds));
        home.write(file(part), noted);
    }

    /** Ends the process, by force when it does not go by itself; returns whether force was needed. */
    boolean end(Part part) {
        var process = trace(part.name()).flatMap(Trace::process);
        var forced = false;
        if (process.isPresent()) {
            var handle = process.get();
            signal(part.endSignal(), handle.pid());
            if (!Poll.within(ORDERLY_END, () -> !lives(handle) || aot.onlyRecords(part.name()))) {
                forced = handle.destroyForcibly();
                Poll.within(Duration.ofSeconds(5), () -> !lives(handle));
            }
        }
        trace(part.name()).filter(trace -> aot.finish(part.name(), trace.pid())).ifPresent(_ -> writesCaches = true);
        forget(part.name());
        return forced;
    }

    void forget(String part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw Home.unusable(file(part), e);
        }
    }

    /** In a container nobody may collect the dead: a zombie answers to its number and does nothing any more. */
    private static boolean lives(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.noneMatch(line -> line.startsWith("State:") && line.contains("Z"));
        } catch (IOException | UncheckedIOException e) {
            // No /proc here, or it has just gone.
            return process.isAlive();
        }
    }

    private Path file(String part) {
        return home.run().resolve(part + ".pid");
    }

    private static List<String> detached(List<String> command) {
        // A closed terminal sends HUP; an ignored signal stays ignored through exec, also where setsid is missing.
        var all = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            all.add("/usr/bin/setsid");
        }
        all.addAll(command);
        return all;
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new Trouble(Trouble.Kind.UNEXPECTED, "The command 'kill' is missing on this machine.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether something was left behind that writes caches for a while: the parts themselves have stopped. */
    boolean writesCaches() {
        return writesCaches;
    }
}
