package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who looks after the accounts, by Keycloak's admin API. Each call returns when Keycloak has answered. The account is
 * made as deploy/README.md says, and deleted when the work is done.
 */
final class Administrator implements AutoCloseable {

    private static final Pattern ACCOUNT = Pattern.compile("Account +(\\S+)\\s+Password +(\\S+)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final LocalStack stack;
    private final String name;
    private final String password;

    Administrator(LocalStack stack) {
        this.stack = stack;
        var made = ACCOUNT.matcher(stack.administrator());
        assertTrue(made.find(), made::toString);
        this.name = made.group(1);
        this.password = made.group(2);
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

    /** Ends the wait that wrong guesses have brought upon a person. */
    void forgetGuesses(String user) {
        send("DELETE", "/attack-detection/brute-force/users/" + person(user), null);
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

    String name() {
        return name;
    }

    /** Everybody who has an account for Keycloak's administration. */
    List<String> administrators() {
        return ask("GET", "/admin/realms/master/users", null).findValuesAsText("username").stream()
                .sorted()
                .toList();
    }

    boolean isLetIn() {
        return isLetIn(stack, name, password);
    }

    /** Whether Keycloak's own administration knows this password. */
    static boolean isLetIn(LocalStack stack, String user, String password) {
        return exchange(signIn(stack, user, password)).statusCode() == 200;
    }

    @Override
    public void close() {
        var accounts = "/admin/realms/master/users";
        var mine = ask("GET", accounts + "?exact=true&username=" + name, null);
        ask("DELETE", accounts + "/" + mine.get(0).get("id").asText(), null);
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
        return ask(method, "/admin/realms/tsunagi" + path, body);
    }

    private JsonNode ask(String method, String path, JsonNode body) {
        var request = HttpRequest.newBuilder(stack.issuer().resolve(path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        return answer(request.build());
    }

    private String token() {
        return answer(signIn(stack, name, password)).get("access_token").asText();
    }

    private static HttpRequest signIn(LocalStack stack, String user, String password) {
        String form = "grant_type=password&client_id=admin-cli&username=" + user + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(stack.issuer().resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static JsonNode answer(HttpRequest request) {
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

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted");
        }
    }
}
