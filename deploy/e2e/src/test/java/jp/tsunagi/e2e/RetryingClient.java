package jp.tsunagi.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A client that sends a request again, word for word and under the same key, until somebody answers it: 2xx and 4xx are
 * answers; a broken connection, 429 and 5xx are not. The attempts of one request have one identifier and a number each.
 */
final class RetryingClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A part that was killed is back in well under a minute; a slow machine may take a few. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** Longer than the gateway waits for a service. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration THINKING = Duration.ofMillis(600);

    private final Sender sender;
    private final Promises promises;
    private final Predicate<String> owns;

    /** @param owns whose canaries this client may be shown, see {@link Promises#canary} */
    RetryingClient(Sender sender, Promises promises, Predicate<String> owns) {
        this.sender = sender;
        this.promises = promises;
        this.owns = owns;
    }

    /** Sends one attempt. */
    interface Sender {
        Reply send(Call call, String requestId) throws IOException;

        /** Called when an attempt was answered with 401; false when nothing can be done about it. */
        default boolean signInAgain() {
            return false;
        }
    }

    record Call(String method, String path, Map<String, String> headers, String body) {

        static Call get(String path) {
            return new Call("GET", path, Map.of(), "");
        }

        /** With a key of its own. */
        static Call post(String path, String json) {
            return new Call(
                    "POST",
                    path,
                    Map.of("Content-Type", "application/json", "Idempotency-Key", "" + UUID.randomUUID()),
                    json);
        }

        static Call form(String path, Map<String, String> fields) {
            var body = new StringBuilder();
            fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            return new Call("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), "" + body);
        }

        Call with(String header, String value) {
            var all = new HashMap<>(headers);
            all.put(header, value);
            return new Call(method, path, all, body);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * @param headers by their names in lower case
     * @param request identifier of the request, the same for all of its attempts
     * @param attempt identifier of the attempt that was answered
     */
    record Reply(int status, Map<String, String> headers, String body, String request, String attempt) {

        boolean isAcknowledged() {
            return status < 300 || status == 303;
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException unreadable) {
                throw new AssertionError(body, unreadable);
            }
        }

        /** What stands between two pieces of text in a page. */
        String between(String before, String after) {
            int begin = body.indexOf(before);
            int end = begin < 0 ? -1 : body.indexOf(after, begin + before.length());
            if (end < 0) {
                throw new AssertionError(before + " is not in " + body);
            }
            return body.substring(begin + before.length(), end);
        }
    }

    /** The answer that acknowledges the call; any other one is a fault. */
    Reply acknowledged(Call call) {
        Reply reply = ask(call);
        if (!reply.isAcknowledged()) {
            throw new AssertionError(call + " was answered with " + reply.status() + " " + reply.body());
        }
        return reply;
    }

    Reply ask(Call call) {
        String request = UUID.randomUUID().toString();
        long end = System.nanoTime() + LIMIT.toNanos();
        for (int number = 1; System.nanoTime() < end; number++) {
            String attempt = request + "-" + number;
            try {
                Reply reply = sender.send(call, attempt);
                promises.look(call, reply, owns);
                boolean isAnswer = reply.status() != 429 && reply.status() < 500;
                if (isAnswer && !(reply.status() == 401 && sender.signInAgain())) {
                    return new Reply(reply.status(), reply.headers(), reply.body(), request, attempt);
                }
            } catch (IOException gone) {
                promises.noteBrokenConnection();
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        throw new AssertionError(call + " was not answered in " + LIMIT);
    }

    /** Sends from an address of its own on loopback, as different people have different ones. */
    static final class Direct implements Sender, AutoCloseable {

        private final LocalStack stack;
        private final HttpClient http;

        Direct(LocalStack stack, int address) {
            this.stack = stack;
            this.http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.ofLiteral("127.0.1." + address))
                    .build();
        }

        @Override
        public Reply send(Call call, String requestId) throws IOException {
            var request = HttpRequest.newBuilder(stack.url().resolve(call.path()))
                    .timeout(SILENCE)
                    .header("X-Request-Id", requestId)
                    .method(call.method(), BodyPublishers.ofString(call.body()));
            call.headers().forEach(request::header);
            try {
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                var headers = new HashMap<String, String>();
                answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
                return new Reply(answer.statusCode(), headers, answer.body(), "", "");
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException(stop);
            }
        }

        @Override
        public void close() {
            http.close();
        }
    }

    /** The same with the token of a partner's system, which lives for 50 seconds. */
    static final class Authorised implements Sender {

        private static final Duration USED_FOR = Duration.ofSeconds(20);

        private final Direct direct;
        private final Machine machine;
        private String token = "";
        private long since;

        Authorised(Direct direct, Machine machine) {
            this.direct = direct;
            this.machine = machine;
        }

        @Override
        public Reply send(Call call, String requestId) throws IOException {
            return direct.send(call.with("Authorization", "Bearer " + token()), requestId);
        }

        @Override
        public boolean signInAgain() {
            boolean wasOld = System.nanoTime() - since > USED_FOR.toNanos();
            token = "";
            return wasOld;
        }

        private String token() throws IOException {
            if (token.isEmpty() || System.nanoTime() - since > USED_FOR.toNanos()) {
                try {
                    since = System.nanoTime();
                    token = machine.token();
                } catch (UncheckedIOException keycloakIsAway) {
                    throw new IOException(keycloakIsAway);
                }
                if (token.isEmpty()) {
                    throw new IOException("Keycloak has no database now");
                }
            }
            return token;
        }
    }

    /** What a person takes to read and a program between two rounds. */
    static void think() {
        LockSupport.parkNanos(THINKING.toNanos());
    }
}
