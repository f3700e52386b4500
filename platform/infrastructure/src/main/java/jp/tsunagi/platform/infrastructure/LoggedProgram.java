package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs a program to its end, with its output in a file. */
public final class LoggedProgram {
    private LoggedProgram() {}

    /** Fails with one sentence that names {@code what} and the log. */
    public static void run(String what, Duration limit, Path log, List<String> command) {
        run(what, limit, log, command, Map.of());
    }

    public static void run(
            String what, Duration limit, Path log, List<String> command, Map<String, String> environment) {
        Process process = null;
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
            if (!process.waitFor(limit) || process.exitValue() != 0) {
                throw new InfrastructureException(what + " failed; see " + log + ".");
            }
        } catch (IOException e) {
            throw new InfrastructureException(what + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException(what + " was interrupted.", e);
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
