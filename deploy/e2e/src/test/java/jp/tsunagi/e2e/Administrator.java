package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Who looks after the accounts, by Keycloak's admin API. Each call returns when Keycloak has answered. */
final class Administrator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;

    Administrator(LocalStack stack) {
        this.stack = stack;
    }

    void takeRole(String user, String role) {
        send("DELETE", rolesOf(user), list(role));
    }

    void giveRole(String user, String role) {
        send("POST", rolesOf(user), list(role));
    }

    void setPersonEnabled(String user, boolean enabled) {
        send("PUT", "/users/" + person(user), JSON.createObjectNode().put("enabled", enabled));
    }

    /** Ends the sessions of a person at Keycloak. */
    void signOut(String user) {
        send("POST", "/users/" + person(user) + "/logout", null);
    }

    void setMachineEnabled(String client, boolean enabled) {
        change(client, "enabled", JSON.getNodeFactory().booleanNode(enabled));
    }

    void setSecret(String client, String secret) {
        change(client, "secret", JSON.getNodeFactory().textNode(secret));
    }

    JsonNode clients() {
        return send("GET", "/clients", null);
    }

    /** Whether Keycloak's own administration knows this password. */
    boolean isLetIn(String user, String password) {
        return exchange(signIn(user, password)).statusCode() == 200;
    }

    private void change(String client, String field, JsonNode value) {
        ObjectNode all =
                (ObjectNode) send("GET", "/clients?clientId=" + client, null).get(0);
        all.set(field, value);
        send("PUT", "/clients/" + all.get("id").asText(), all);
    }

    private String rolesOf(String user) {
        return "/users/" + person(user) + "/role-mappings/realm";
    }

    private ArrayNode list(String role) {
        return JSON.createArrayNode().add(send("GET", "/roles/" + role, null));
    }

    private String person(String user) {
        return send("GET", "/users?exact=true&username=" + user, null)
                .get(0)
                .get("id")
                .asText();
    }

    private JsonNode send(String method, String path, JsonNode body) {
        var request = HttpRequest.newBuilder(keycloak("/admin/realms/tsunagi" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        return answer(request.build());
    }

    private String token() {
        return answer(signIn("admin", stack.secret("keycloak-admin")))
                .get("access_token")
                .asText();
    }

    private HttpRequest signIn(String user, String password) {
        String form = "grant_type=password&client_id=admin-cli&username=" + user + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(keycloak("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private URI keycloak(String path) {
        return stack.issuer().resolve(path);
    }

    private JsonNode answer(HttpRequest request) {
        HttpResponse<String> answer = exchange(request);
        assertTrue(
                answer.statusCode() < 300,
                () -> request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
        try {
            return JSON.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted");
        }
    }
}
