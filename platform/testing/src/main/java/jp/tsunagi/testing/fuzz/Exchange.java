package jp.tsunagi.testing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.testing.fuzz.Fault.Expected;

/**
 * One request and what came back.
 *
 * @param method as it was sent
 * @param word the canary that it carries
 * @param requestId as it was sent; empty when it was one of the faults
 */
record Exchange(
        Operation operation,
        String caller,
        List<Fault> faults,
        String method,
        String octets,
        String word,
        String requestId,
        Wire.Reply reply) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OURS = List.of(
            "jp.tsunagi.",
            "java.lang",
            "java.util",
            "org.hibernate",
            "org.postgresql",
            "io.quarkus",
            "io.quarkiverse",
            "SQLState");

    /** What is wrong with the answer, the fate of the connection aside. */
    Optional<String> complaint() {
        int status = reply.status();
        if (status == -1) {
            return Optional.of("no answer");
        }
        boolean mustClose = expects(Expected.CLOSED);
        if (status == 0) {
            return mustClose ? Optional.empty() : Optional.of("closed without an answer");
        }
        if (status >= 500) {
            return Optional.of("answers " + status);
        }
        if (status < 400) {
            return mustClose || expects(Expected.REFUSED) ? Optional.of("is taken (" + status + ")") : goodAnswer();
        }
        if (OURS.stream().anyMatch(reply.body()::contains)) {
            return Optional.of("shows what is inside");
        }
        return mustClose || method.equals("HEAD") || isOfTheServer() ? Optional.empty() : shape();
    }

    /**
     * Whether HTTP itself refused: who does not speak it is told so before the application sees anything, without a
     * body, and the connection ends. Of a body only its length is a reason for this.
     */
    boolean isOfTheServer() {
        return isRefusedAddress()
                || reply.isClosed()
                        && List.of(400, 413, 414, 431).contains(reply.status())
                        && reply.body().isEmpty()
                        && (reply.status() == 413
                                || faults.stream()
                                        .anyMatch(
                                                fault -> !fault.place().matches("(member|body|content type|field).*")));
    }

    /**
     * Whether Quarkus refused what java.net.URI does not read, before any handler. The frame is good, so the connection
     * may stay.
     */
    private boolean isRefusedAddress() {
        String[] line = octets.substring(0, octets.indexOf('\r')).split(" ");
        try {
            return reply.status() == 400
                    && reply.body().isEmpty()
                    && line.length == 3
                    && new URI(line[1]).getPath() == null;
        } catch (URISyntaxException noAddress) {
            return true;
        }
    }

    boolean expects(Expected expected) {
        return faults.size() == 1 && faults.getFirst().expected() == expected
                || expected == Expected.CLOSED && faults.stream().anyMatch(fault -> fault.expected() == expected);
    }

    boolean touches(String place) {
        return faults.stream().anyMatch(fault -> fault.place().equalsIgnoreCase(place));
    }

    /** An answer to another method is another operation's. */
    private Optional<String> goodAnswer() {
        boolean isJson = reply.header("Content-Type").startsWith("application/json")
                && reply.header("Content-Encoding").isEmpty();
        if (!isJson || operation.isForm() || !method.equals(operation.method())) {
            return Optional.empty();
        }
        try {
            return operation
                    .answers()
                    .complaint(reply.status(), JSON.readTree(reply.body().getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException notJson) {
            return Optional.of("an answer that is no JSON");
        }
    }

    /** Only a pointer to a place of the body may hold a word of the caller's: the name of the member. */
    private boolean repeatsInput(JsonNode problem) {
        ObjectNode rest = problem.deepCopy();
        rest.withArray("errors").forEach(error -> ((ObjectNode) error).remove("pointer"));
        return rest.toString().toLowerCase(Locale.ROOT).contains(word);
    }

    private Optional<String> shape() {
        String type = reply.header("Content-Type");
        if (type.startsWith("text/html") && (operation.isForm() || touches("header Accept"))) {
            return reply.body().isEmpty()
                    ? Optional.of("shows an empty page with " + reply.status())
                    : Optional.empty();
        }
        if (!type.startsWith("application/problem+json")) {
            return Optional.of("answers " + reply.status() + " with " + (type.isEmpty() ? "nothing" : type));
        }
        try {
            JsonNode problem = JSON.readTree(reply.body().getBytes(StandardCharsets.ISO_8859_1));
            if (problem.path("code").asText().isEmpty()
                    || problem.path("status").asInt() != reply.status()) {
                return Optional.of("a problem without its code or status");
            }
            String told = problem.path("requestId").asText();
            if (repeatsInput(problem)) {
                return Optional.of("repeats what was sent");
            }
            boolean isOurs = requestId.isEmpty() || requestId.equals(told);
            return isOurs && told.equals(reply.header("X-Request-Id"))
                    ? Optional.empty()
                    : Optional.of("a problem with another request id");
        } catch (IOException notJson) {
            return Optional.of("a problem that is no JSON");
        }
    }
}
