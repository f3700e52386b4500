package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL for tests, without Docker: one process that ends with the JVM that started it.
 *
 * <p>The stack of {@code ./tsunagi up} uses {@link PostgresFolder} and {@link Databases} directly, because there the
 * server must outlive the launcher.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final String PASSWORD = "only-for-tests";

    private final Process process;
    private final int port;
    private final Databases databases;
    private final Thread lastResort = new Thread(this::end, "postgres-end");

    private LocalPostgres(Process process, int port) {
        this.process = process;
        this.port = port;
        this.databases = new Databases(port, PASSWORD);
    }

    /** Starts on 127.0.0.1 with its data in {@code dir}, which is reused when it has been used before. */
    public static LocalPostgres start(Path dir, int port, boolean durable) {
        var folder = PostgresFolder.prepare(ProgramCache.shared(), dir.toAbsolutePath(), PASSWORD);
        try {
            var process = new ProcessBuilder(folder.command(port, durable))
                    .redirectErrorStream(true)
                    .redirectOutput(dir.resolve("postgres.log").toFile())
                    .start();
            var postgres = new LocalPostgres(process, port);
            Runtime.getRuntime().addShutdownHook(postgres.lastResort);
            Poll.until("PostgreSQL", Duration.ofSeconds(60), process::isAlive, postgres.databases::answers);
            return postgres;
        } catch (IOException e) {
            throw new InfrastructureException("PostgreSQL could not be started: " + e.getMessage(), e);
        }
    }

    /** Creates the database with its roles {@code <name>_owner} and {@code <name>_app}; see {@link #password()}. */
    public void createDatabase(String name) {
        databases.create(name, PASSWORD, PASSWORD);
    }

    public String jdbcUrl(String database) {
        return Databases.jdbcUrl(port, database);
    }

    /** Of every role here, the superuser {@code postgres} included. */
    public String password() {
        return PASSWORD;
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    private void end() {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
