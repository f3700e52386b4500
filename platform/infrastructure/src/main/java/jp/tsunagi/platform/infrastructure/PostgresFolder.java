package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One PostgreSQL data folder on disk: made on first use, and the command that serves it as a process of its own. */
public final class PostgresFolder {
    public static final String SUPERUSER = "postgres";

    private static final Duration END = Duration.ofSeconds(10);

    private final Path binaries;
    private final Path folder;

    private PostgresFolder(Path binaries, Path folder) {
        this.binaries = binaries;
        this.folder = folder;
    }

    /** Opens {@code folder}, running initdb with this superuser password when it is empty. */
    public static PostgresFolder prepare(Path cache, Path folder, String password) {
        var prepared = new PostgresFolder(PostgresBinaries.unpackedIn(cache), folder);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(prepared.data().resolve("PG_VERSION"))) {
                prepared.initialise(password);
            }
            prepared.forgetDeadServer();
        } catch (IOException e) {
            throw new InfrastructureException("PostgreSQL cannot use its folder " + folder + ": " + e.getMessage(), e);
        }
        return prepared;
    }

    /** The server's command line; a folder that is not durable may lose everything on a crash, and is faster. */
    public List<String> command(int port, boolean durable) {
        var command = unprivileged();
        command.addAll(List.of(program("postgres"), "-D", data().toString(), "-p", Integer.toString(port)));
        set(command, "listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC");
        set(command, "shared_buffers=64MB", "max_connections=120", "max_wal_size=256MB");
        // Neither the row that a constraint refused nor the text of a statement: both hold what people wrote.
        set(
                command,
                "log_error_verbosity=terse",
                "log_min_error_statement=panic",
                "log_parameter_max_length_on_error=0");
        if (!durable) {
            set(command, "fsync=off", "synchronous_commit=off", "full_page_writes=off");
        }
        return command;
    }

    Path data() {
        return folder.resolve("data");
    }

    private static void set(List<String> command, String... settings) {
        for (var setting : settings) {
            command.add("-c");
            command.add(setting);
        }
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private void initialise(String password) throws IOException {
        var secret = folder.resolve("initdb.password");
        Files.writeString(secret, password + "\n");
        try {
            var command = unprivileged();
            command.addAll(List.of(program("initdb"), "-D", data().toString(), "-U", SUPERUSER));
            command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + secret, "--encoding=UTF8", "--locale=C"));
            // One sort order on every machine; Japanese order is asked for where a page shows a list.
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"));
            LoggedProgram.run("PostgreSQL's initdb", Duration.ofMinutes(2), folder.resolve("initdb.log"), command);
        } finally {
            Files.delete(secret);
        }
    }

    /**
     * After a power cut the old lock file may name a process number that something else has by now. After a kill, what
     * the dead server was working on may go on for minutes, and PostgreSQL refuses to start beside it.
     */
    private void forgetDeadServer() throws IOException {
        var lock = data().resolve("postmaster.pid");
        if (Files.exists(lock)) {
            var pid = Long.parseLong(Files.readAllLines(lock).getFirst().trim());
            if (ProcessHandle.of(pid).filter(PostgresFolder::isPostgres).isPresent()) {
                return;
            }
            Files.delete(lock);
        }
        var orphans = ProcessHandle.allProcesses()
                .filter(PostgresFolder::isPostgres)
                .filter(this::worksHere)
                .toList();
        orphans.forEach(ProcessHandle::destroyForcibly);
        Poll.within(END, () -> orphans.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/postgres");
    }

    /** Every process of a server has its data folder as its working directory; without /proc this cannot be seen. */
    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data());
        } catch (IOException e) {
            return false;
        }
    }

    /** PostgreSQL refuses to run as root: a user namespace makes root look like nobody to it. */
    private static List<String> unprivileged() {
        var command = new ArrayList<String>();
        try {
            if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
                command.addAll(List.of("unshare", "-U"));
            }
        } catch (IOException e) {
            // No /proc, as on a Mac, where development does not run as root.
            return command;
        }
        return command;
    }
}
