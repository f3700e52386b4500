package jp.tsunagi.local.component;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.tsunagi.local.Api;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;

/**
 * The administrator whom Keycloak makes at its first start, for the first start only: the account is removed when the
 * realm is there. From then on nobody is administrator until somebody asks for an account.
 *
 * <p>An account that can do nothing stays in its place. While there is none at all, Keycloak's welcome page makes
 * whoever opens it on this machine administrator, which a page of another site could do in their browser.
 */
final class FirstAdministrator {
    private static final String NAME = "first-start";
    private static final String PASSWORD = "keycloak-first-start";
    private static final String PLACEHOLDER = "{\"username\":\"nobody\",\"enabled\":false}";

    private final ObjectMapper json = new ObjectMapper();
    private final Secrets secrets;

    FirstAdministrator(Secrets secrets) {
        this.secrets = secrets;
    }

    /** For the start that makes the account; Keycloak ignores them when there is an account already. */
    Map<String, String> settings() {
        return Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", NAME, "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password(PASSWORD));
    }

    /** May be called again after a start that was interrupted. */
    void remove() {
        try {
            var answer = signIn();
            if (answer.statusCode() != 401) {
                Api.mustBeFine("the sign-in of Keycloak's first administrator", answer);
                remove(json.readTree(answer.body()).path("access_token").asText());
            }
        } catch (IOException e) {
            throw new LauncherException(
                    LauncherException.Kind.COMPONENT_FAILED,
                    "The administrator of Keycloak's first start could not be removed: " + e.getMessage() + ".");
        }
        secrets.forget(PASSWORD);
    }

    private void remove(String token) throws IOException {
        var made = Api.once(() ->
                users(token, "").header("Content-Type", "application/json").POST(BodyPublishers.ofString(PLACEHOLDER)));
        if (made.statusCode() != 409) {
            Api.mustBeFine("making Keycloak's placeholder", made);
        }
        var found = Api.once(() -> users(token, "?exact=true&username=" + NAME));
        Api.mustBeFine("looking for Keycloak's first administrator", found);
        var id = json.readTree(found.body()).path(0).path("id").asText();
        Api.mustBeFine(
                "removing Keycloak's first administrator",
                Api.once(() -> users(token, "/" + id).DELETE()));
    }

    private HttpResponse<String> signIn() throws IOException {
        var form = "grant_type=password&client_id=admin-cli&username=" + NAME + "&password="
                + URLEncoder.encode(secrets.password(PASSWORD), StandardCharsets.UTF_8);
        return Api.once(() -> HttpRequest.newBuilder(
                        URI.create(Port.KEYCLOAK.url() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder users(String token, String which) {
        return HttpRequest.newBuilder(URI.create(Port.KEYCLOAK.url() + "/admin/realms/master/users" + which))
                .header("Authorization", "Bearer " + token);
    }
}
