package jp.tsunagi.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts the surroundings of the gateway in its tests: two services that answer with the request they received, the
 * address of a third that is down, and {@link FakeKeycloak}.
 */
public class GatewayTestResource implements QuarkusTestResourceLifecycleManager {

    /** While it is set, a service does not answer what ends with /slow. */
    public static final String SLOW = "tsunagi.test.slow";

    /** How many such requests have arrived. */
    public static final String ARRIVED = "tsunagi.test.slow.arrived";

    private HttpServer intake;
    private HttpServer referral;
    private FakeKeycloak keycloak;

    @Override
    public Map<String, String> start() {
        int port = freePort();
        intake = echo("intake");
        referral = echo("referral");
        keycloak = FakeKeycloak.start();
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", Integer.toString(port)),
                // As in production; Browser is the load balancer, too.
                Map.entry("gateway.public-url", "https://127.0.0.1:" + port),
                Map.entry("gateway.secure-cookies", "true"),
                Map.entry("gateway.issuer", keycloak.issuer()),
                Map.entry("quarkus.oidc.auth-server-url", keycloak.issuer()),
                Map.entry(
                        "gateway.services.intake",
                        "http://127.0.0.1:" + intake.getAddress().getPort()),
                Map.entry(
                        "gateway.services.referral",
                        "http://127.0.0.1:" + referral.getAddress().getPort()),
                Map.entry("gateway.services.council", "http://127.0.0.1:" + freePort()),
                Map.entry("gateway.writing.burst", "100"),
                Map.entry("gateway.body-deadline", "3s"),
                Map.entry("gateway.buffered-bodies", "2M"),
                Map.entry("tsunagi.listener.header", "4s"),
                Map.entry("tsunagi.listener.body", "5s"),
                Map.entry("quarkus.log.handler.file.refusals.path", "target/gateway-refusals.jsonl"));
    }

    @Override
    public void stop() {
        intake.stop(0);
        referral.stop(0);
        keycloak.stop();
    }

    private static HttpServer echo(String name) {
        HttpServer server = server();
        server.createContext("/", exchange -> answer(exchange, name));
        server.createContext("/q/health/ready", exchange -> send(exchange, 200, "{}"));
        server.createContext("/q/openapi", exchange -> send(exchange, 200, "{\"title\":\"" + name + "\"}"));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String name) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().endsWith("/slow")) {
            // At once: of two that are counted beside each other the lower number might be written last.
            System.getProperties()
                    .merge(ARRIVED, "1", (before, _) -> Integer.toString(Integer.parseInt((String) before) + 1));
            while (Boolean.getBoolean(SLOW)) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        StringBuilder told = new StringBuilder(name).append('\n');
        told.append(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestURI())
                .append('\n');
        exchange.getRequestHeaders()
                .forEach((header, values) -> told.append(header.toLowerCase(java.util.Locale.ROOT))
                        .append(": ")
                        .append(String.join(" | ", values))
                        .append('\n'));
        told.append("body: ").append(body.length).append('\n');
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", "text/plain");
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Cache-Control", "public");
        headers.add("Server", "secret/1.0");
        headers.add("Set-Cookie", "box=1; Path=/box; HttpOnly");
        if (exchange.getRequestURI().getPath().endsWith("/moved")) {
            headers.add("Location", "http://" + exchange.getRequestHeaders().getFirst("Host") + "/consult/receipt");
            send(exchange, 303, "");
        } else if (exchange.getRequestURI().getPath().endsWith("/open")) {
            headers.add("Access-Control-Allow-Origin", "*");
            headers.add("access-control-allow-credentials", "true");
            headers.add("Content-Security-Policy", "default-src *");
            headers.add("Permissions-Policy", "camera=*");
            send(exchange, 200, "");
        } else if (exchange.getRequestURI().getPath().endsWith("/cut")) {
            exchange.close();
        } else if (exchange.getRequestURI().getPath().matches(".*/status/[0-9]+")) {
            String path = exchange.getRequestURI().getPath();
            send(exchange, Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), "");
        } else if (exchange.getRequestURI().getPath().endsWith("/busy")) {
            send(exchange, 503, "");
        } else if (exchange.getRequestURI().getPath().endsWith("/wait")) {
            send(exchange, 429, "");
        } else {
            send(exchange, 200, told.toString());
        }
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return server;
        } catch (IOException blocked) {
            throw new UncheckedIOException(blocked);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException blocked) {
            throw new UncheckedIOException(blocked);
        }
    }
}
