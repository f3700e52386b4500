package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A running stack as seen by somebody else on the machine: what listens, and where a password stands in clear. */
@ExtendWith(World.Shared.class)
class ClosedDoorsJourney {

    /** Of a line of /proc/net/tcp or tcp6: 127.0.0.1, the same as seen by IPv6, ::1. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    private static final String LISTEN = "0A";

    @Test
    void nothingListensBeyondThisMachine(World world) throws IOException {
        var sockets = new TreeSet<String>();
        for (var process : processes(world)) {
            sockets.addAll(sockets(process));
        }
        var addresses = new ArrayList<String>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                var column = line.trim().split("\\s+");
                if (column[3].equals(LISTEN) && sockets.contains("socket:[" + column[9] + "]")) {
                    addresses.add(column[1].substring(0, column[1].indexOf(':')));
                }
            }
        }

        assertTrue(addresses.size() >= 11, "each port of the stack is one of " + addresses);
        addresses.removeAll(LOOPBACK);
        assertEquals(List.of(), addresses);
    }

    @Test
    void aSecretStandsInClearOnlyWhereItIsNeeded(World world) throws IOException {
        var secrets = world.stack().secrets();
        var found = new TreeSet<String>();
        for (Path file : readable(world.stack().state())) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            secrets.forEach((name, secret) -> {
                if (text.contains(secret)) {
                    found.add(name + " in " + world.stack().state().relativize(file));
                }
            });
        }
        for (var process : processes(world)) {
            String command = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            secrets.forEach((name, secret) -> {
                if (command.contains(secret)) {
                    found.add(name + " in a command");
                }
            });
        }

        assertEquals(new TreeSet<String>(), found);
    }

    /**
     * All but what exists to hold secrets: the list of passwords, the settings for dev mode, and the files of the
     * databases, which Keycloak keeps its clients' secrets in.
     */
    private static List<Path> readable(Path state) throws IOException {
        try (var files = Files.walk(state)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(state.resolve("secrets")))
                    .filter(file -> !file.startsWith(state.resolve("dev")) || file.endsWith("compose.env"))
                    .filter(file -> !file.startsWith(state.resolve("data/postgres/data")))
                    .toList();
        }
    }

    private static List<ProcessHandle> processes(World world) throws IOException {
        var all = new ArrayList<ProcessHandle>();
        try (var files = Files.newDirectoryStream(world.stack().state().resolve("run"), "*.pid")) {
            for (Path file : files) {
                var pid = Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("pid="))
                        .map(line -> Long.parseLong(line.substring("pid=".length())))
                        .findFirst();
                pid.flatMap(ProcessHandle::of).ifPresent(process -> {
                    all.add(process);
                    process.descendants().forEach(all::add);
                });
            }
        }
        return all;
    }

    private static Set<String> sockets(ProcessHandle process) throws IOException {
        try (var open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return open.map(ClosedDoorsJourney::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
