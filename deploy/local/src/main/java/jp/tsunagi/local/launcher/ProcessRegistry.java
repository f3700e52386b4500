package jp.tsunagi.local.launcher;

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
import java.util.Optional;
import java.util.Properties;
import jp.tsunagi.local.component.Component;
import jp.tsunagi.local.component.Probe;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.StateDirectory;
import jp.tsunagi.platform.infrastructure.Poll;

/** The processes of one stack, read from its pid files. */
final class ProcessRegistry {
    /** A machine's clock may be set while a process runs; a reused number is younger by far more. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(3);

    private static final Duration ORDERLY_END = Duration.ofSeconds(25);

    private final StateDirectory directory;
    private volatile boolean writesCaches;

    ProcessRegistry(StateDirectory directory) {
        this.directory = directory;
    }

    /** What a pid file says: the process number, and the process if it is alive. */
    record Trace(long pid, Optional<ProcessHandle> process) {
        boolean alive() {
            return process.isPresent();
        }
    }

    Optional<Trace> trace(String component) {
        var file = file(component);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var noted = directory.read(file);
        var pid = Long.parseLong(noted.getProperty("pid", "0"));
        var started = Instant.parse(noted.getProperty("started", Instant.EPOCH.toString()));
        var process = ProcessHandle.of(pid)
                .filter(ProcessRegistry::lives)
                .filter(handle -> handle.info()
                        .startInstant()
                        .map(instant -> Duration.between(instant, started).abs().compareTo(CLOCK_STEP) <= 0)
                        .orElse(true));
        return Optional.of(new Trace(pid, process));
    }

    Path log(String component) {
        return directory.log(component);
    }

    boolean alive(String component) {
        return trace(component).map(Trace::alive).orElse(false);
    }

    /** Starts the process in a session of its own, so that a Ctrl-C meant for the launcher does not reach it. */
    void start(String component, Component.Launch launch) {
        var log = directory.log(component);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(component + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
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
            directory.write(file(component), noted);
        } catch (IOException e) {
            throw new LauncherException(
                    LauncherException.Kind.COMPONENT_FAILED,
                    component + " could not be started: " + e.getMessage() + ".");
        }
    }

    /** Ends the process, by force when it does not go by itself; returns whether force was needed. */
    boolean end(Component component) {
        var process = trace(component.name()).flatMap(Trace::process);
        var forced = false;
        if (process.isPresent()) {
            var handle = process.get();
            signal(component.endSignal(), handle.pid());
            if (!Poll.within(ORDERLY_END, () -> !lives(handle) || hasStopped(component))) {
                forced = handle.destroyForcibly();
                Poll.within(Duration.ofSeconds(5), () -> !lives(handle));
            } else if (!Poll.within(Duration.ofSeconds(1), () -> !lives(handle))) {
                writesCaches = true;
                run("renice", "-n", "19", "-p", Long.toString(handle.pid()));
            }
        }
        forget(component.name());
        return forced;
    }

    /** Says so before its JVM ends, which may still write its ahead-of-time cache for half a minute. */
    private boolean hasStopped(Component component) {
        return Probe.said(directory.log(component.name()), Component.STOPPED);
    }

    void forget(String component) {
        try {
            Files.deleteIfExists(file(component));
        } catch (IOException e) {
            throw StateDirectory.unusable(file(component), e);
        }
    }

    /** A zombie, which a container without an init process never collects, does not count as alive. */
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

    private Path file(String component) {
        return directory.run().resolve(component + ".pid");
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
        run("kill", "-" + name, Long.toString(pid));
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LauncherException(
                    LauncherException.Kind.UNEXPECTED, "The command '" + command[0] + "' is missing on this machine.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a JVM that has stopped its work still writes its ahead-of-time cache. */
    boolean writesCaches() {
        return writesCaches;
    }
}
