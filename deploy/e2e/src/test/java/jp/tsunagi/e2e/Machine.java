package jp.tsunagi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A partner agency's system: it has a token of its own by client credentials and knows only the public API. */
final class Machine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;
    private final String client;

    Machine(LocalStack stack, String client) {
        this.stack = stack;
        this.client = client;
    }

    /** Status, ETag and body of an answer. */
    record Answer(int status, String version, String replayed, JsonNode body) {
        String code() {
            return body.path("code").asText();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return post(path, UUID.randomUUID().toString(), null, body);
    }

    Answer post(String path, String key, String version, String body) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (version != null) {
            request.header("If-Match", version);
        }
        return send(request);
    }

    /** A command on the version that is there now. */
    Answer command(String referral, String command, String body) {
        return post(
                "/v1/referrals/" + referral + "/" + command,
                UUID.randomUUID().toString(),
                get("/v1/referrals/" + referral).version(),
                body);
    }

    /** A request whose token was changed on the way. */
    Answer getWithBadToken(String path) {
        String token = token();
        return send(HttpRequest.newBuilder(stack.url().resolve(path))
                .header("Authorization", "Bearer " + token.substring(0, token.length() - 6) + "AAAAAA"));
    }

    /** A request with a token that this machine got before. */
    Answer getWith(String token, String path) {
        return send(HttpRequest.newBuilder(stack.url().resolve(path)).header("Authorization", "Bearer " + token));
    }

    /** Whether Keycloak gives it a token. */
    boolean isKnown() {
        return !token().isEmpty();
    }

    /** Somebody without any token. */
    Answer getAsNobody(String path) {
        return send(HttpRequest.newBuilder(stack.url().resolve(path)));
    }

    Answer postAsNobody(String path, String key, String body) {
        return send(HttpRequest.newBuilder(stack.url().resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Somebody who has the code of a mailbox. */
    Answer getWithCode(String path, String code) {
        return send(HttpRequest.newBuilder(stack.url().resolve(path)).header("Confirmation-Code", code));
    }

    Answer postWithCode(String path, String code, String body) {
        return send(HttpRequest.newBuilder(stack.url().resolve(path))
                .header("Confirmation-Code", code)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(stack.url().resolve(path)).header("Authorization", "Bearer " + token());
    }

    String token() {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + URLEncoder.encode(stack.secret(client), StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(stack.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .body()
                .path("access_token")
                .asText();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("ETag").orElse(null),
                    answer.headers().firstValue("Idempotent-Replayed").orElse(null),
                    answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted");
        }
    }
}
