package jp.tsunagi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The whole local stack with the heaps of a server, on ports and in a state folder of its own. */
final class Platform {

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
            "MAIL",
            "BARE");

    /** Access tokens of the realm live for 50 seconds. */
    private static final long TOKEN_IS_FRESH = TimeUnit.SECONDS.toNanos(25);

    private record Token(String text, long since) {}

    private final Path root;
    private final Path state;
    private final Map<String, Integer> ports;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();

    private Platform(Path root, Map<String, Integer> ports) {
        this.root = root;
        this.state = root.resolve("var/bench");
        this.ports = ports;
    }

    /** A new one: what an earlier run left is forgotten. */
    static Platform start(Path root) throws IOException, InterruptedException {
        var platform = new Platform(root, freePorts());
        Files.createDirectories(platform.state);
        platform.down();
        platform.tsunagi(List.of(0), "reset");
        // However the bench ends, also when somebody interrupts it.
        Runtime.getRuntime().addShutdownHook(new Thread(platform::tryToStop));
        platform.tsunagi(List.of(0), "up", "--detach", "--no-simulator");
        return platform;
    }

    int port(String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    String issuer() {
        return "http://127.0.0.1:" + port("KEYCLOAK") + "/realms/tsunagi";
    }

    Path log(String name) {
        return state.resolve("log").resolve(name + ".log");
    }

    /** A database, for the superuser. */
    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port("POSTGRES") + "/" + name, "postgres", secret("postgres"));
    }

    String secret(String name) {
        return properties(state.resolve("secrets/passwords.properties")).getProperty(name);
    }

    /** Id of the newest record of a table. */
    String newest(String database, String table) throws SQLException {
        try (Connection connection = database(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from " + table + " order by id desc limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    /** A machine's access token, fetched again before it ends. */
    String token(String client) {
        Token known = tokens.get(client);
        if (known == null || System.nanoTime() - known.since > TOKEN_IS_FRESH) {
            known = new Token(fetch(client), System.nanoTime());
            tokens.put(client, known);
        }
        return known.text;
    }

    private String fetch(String client) {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + URLEncoder.encode(secret(client), StandardCharsets.UTF_8);
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode token = json.readTree(answer.body()).path("access_token");
            if (token.isMissingNode()) {
                throw new IllegalStateException("Keycloak gives " + client + " no token: " + answer.body());
            }
            return token.asText();
        } catch (IOException unreachable) {
            throw new IllegalStateException("Keycloak does not answer", unreachable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Seconds until the component serves again. */
    double restart(String component) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        tsunagi(List.of(0), "restart", component);
        return (System.nanoTime() - begin) / 1e9;
    }

    void stop(String component) throws IOException, InterruptedException {
        tsunagi(List.of(0), "stop", component);
    }

    /** What {@code ./tsunagi status} says: state and memory of each process. */
    String status() throws IOException, InterruptedException {
        return tsunagi(List.of(0), "status");
    }

    private void tryToStop() {
        try {
            down();
        } catch (IOException failed) {
            System.err.println("tsunagi: " + failed.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void down() throws IOException, InterruptedException {
        tsunagi(List.of(0, 11), "down");
    }

    private String tsunagi(List<Integer> expected, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("tsunagi").toString()));
        command.addAll(List.of(words));
        Path said = state.resolve("tsunagi-" + words[0] + ".txt");
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("TSUNAGI_VAR", state.toString());
        builder.environment().put("TSUNAGI_SIZE", "server");
        // All visitors of the bench come from one address.
        builder.environment().put("GATEWAY_EVERYTHING_BURST", "1000000");
        builder.environment().put("GATEWAY_EVERYTHING_REFILL", "1000000");
        builder.environment().put("GATEWAY_OPEN_REQUESTS_PER_SOURCE", "1000");
        // A service that records its cache is slower than one that does not, and the bare endpoint has none.
        builder.environment().put("TSUNAGI_AOT", "off");
        ports.forEach((name, port) -> builder.environment().put("TSUNAGI_PORT_" + name, Integer.toString(port)));
        int exit = builder.start().waitFor();
        String text = Files.readString(said);
        if (!expected.contains(exit)) {
            throw new IOException("'./tsunagi " + String.join(" ", words) + "' ended with " + exit + ":\n" + text);
        }
        return text;
    }

    /** Held open until all are chosen, so that none is chosen twice. */
    private static Map<String, Integer> freePorts() throws IOException {
        Map<String, Integer> chosen = new HashMap<>();
        List<ServerSocket> open = new ArrayList<>();
        try {
            // Below the ports that Linux gives to clients.
            for (int port = 20_100; chosen.size() < PORTS.size() && port < 32_000; port++) {
                try {
                    open.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
                    chosen.put(PORTS.get(chosen.size()), port);
                } catch (IOException taken) {
                    // The next one may be free.
                }
            }
        } finally {
            for (ServerSocket socket : open) {
                socket.close();
            }
        }
        return chosen;
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }
}
