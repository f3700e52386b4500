package jp.tsunagi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The local stack as a newcomer starts it: by {@code ./tsunagi}, with ports and a state folder of its own, so that it
 * disturbs no running stack. It is started once for all journeys and always stopped.
 */
final class LocalStack implements AutoCloseable {

    private static final List<String> PORTS = List.of(
            "GATEWAY",
            "INTAKE",
            "REFERRAL",
            "COUNCIL",
            "KEYCLOAK",
            "KEYCLOAK_MANAGEMENT",
            "POSTGRES",
            "KAFKA",
            "KAFKA_CONTROLLER",
            "SMTP",
            "MAIL");

    /** The very first run of a checkout builds Keycloak, which takes minutes on two cores. */
    private static final Duration UP = Duration.ofMinutes(10);

    private static final Duration SHORT = Duration.ofMinutes(3);

    private final Path root = Path.of(System.getProperty("tsunagi.root"));
    private final Path folder = Path.of("target").toAbsolutePath();
    private final Path state = folder.resolve("var");
    private final Map<String, Integer> ports = new HashMap<>();
    private int commands;

    static LocalStack start() {
        var stack = new LocalStack();
        stack.choosePorts();
        Packaged.note(stack.root);
        // What an interrupted run may have left behind would make this one refuse to start.
        stack.tsunagi(SHORT, List.of(0, 11), "down");
        stack.tsunagi(SHORT, List.of(0), "reset");
        try {
            // The simulator would answer the referrals that the journeys answer themselves.
            stack.tsunagi(UP, List.of(0), "up", "--detach", "--no-simulator");
        } catch (AssertionError failed) {
            stack.close();
            throw failed;
        }
        return stack;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + ports.get("GATEWAY"));
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + ports.get("KEYCLOAK") + "/realms/tsunagi");
    }

    URI mail() {
        return URI.create("http://127.0.0.1:" + ports.get("MAIL"));
    }

    boolean isOurs(URI address) {
        return "127.0.0.1".equals(address.getHost())
                && (address.getPort() == ports.get("GATEWAY") || address.getPort() == ports.get("KEYCLOAK"));
    }

    boolean isSite(String address) {
        return address.startsWith(url().toString());
    }

    /** A password or secret that the stack invented on its first run. */
    String secret(String name) {
        return properties(state.resolve("secrets/passwords.properties")).getProperty(name);
    }

    /** All of them, by name. */
    Map<String, String> secrets() {
        var all = properties(state.resolve("secrets/passwords.properties"));
        return all.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, all::getProperty));
    }

    Path root() {
        return root;
    }

    Path state() {
        return state;
    }

    /** The database of a service, for the superuser. */
    Connection database(String service) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + ports.get("POSTGRES") + "/" + service;
        return DriverManager.getConnection(url, "postgres", secret("postgres"));
    }

    /** The main process of a component. */
    ProcessHandle process(String component) {
        long pid = Long.parseLong(
                properties(state.resolve("run").resolve(component + ".pid")).getProperty("pid"));
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(component + " is not running"));
    }

    /** As a power cut would end it: no chance to finish anything, for none of its processes. */
    void kill(String component) {
        var process = process(component);
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Eventually.isTrue(component + " is dead", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** What {@code ./tsunagi administrator} prints. */
    String administrator() {
        return tsunagi(SHORT, List.of(0), "administrator");
    }

    void restart(String component) {
        tsunagi(SHORT, List.of(0), "restart", component);
    }

    @Override
    public void close() {
        tsunagi(SHORT, List.of(0, 11), "down");
    }

    private String tsunagi(Duration limit, List<Integer> expected, String... words) {
        var command = new ArrayList<>(List.of(root.resolve("tsunagi").toString()));
        command.addAll(List.of(words));
        Path log = folder.resolve("tsunagi-" + (++commands) + "-" + words[0] + ".log");
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TSUNAGI_VAR", state.toString());
        // A first run records an ahead-of-time cache for the second. Here every run is a first one, and killed besides.
        builder.environment().put("TSUNAGI_AOT", "off");
        ports.forEach((name, port) -> builder.environment().put("TSUNAGI_PORT_" + name, Integer.toString(port)));
        // Maven's own settings are not what a person at a terminal has.
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || !expected.contains(process.exitValue())) {
                throw new AssertionError("'./tsunagi " + String.join(" ", words) + "' "
                        + (ended ? "ended with " + process.exitValue() : "did not end in " + limit) + ":\n"
                        + Files.readString(log));
            }
            return Files.readString(log);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for ./tsunagi " + words[0]);
        }
    }

    /** Below the ports that Linux gives to clients (from 32768 on): Keycloak takes its own up to a minute later. */
    static ServerSocket free() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException taken) {
                // The next one may be free.
            }
        }
    }

    private void choosePorts() {
        var open = new ArrayList<ServerSocket>();
        try {
            for (String name : PORTS) {
                ServerSocket socket = free();
                open.add(socket);
                ports.put(name, socket.getLocalPort());
            }
            for (ServerSocket socket : open) {
                socket.close();
            }
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
