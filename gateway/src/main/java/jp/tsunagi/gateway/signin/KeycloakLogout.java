package jp.tsunagi.gateway.signin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jp.tsunagi.gateway.Settings;
import org.jboss.logging.Logger;

/**
 * Ends a session at Keycloak from server to server. The standard logout through the browser (id_token_hint) would put an
 * id token into an address, and no token may reach the browser.
 */
@ApplicationScoped
class KeycloakLogout {

    private static final Logger LOG = Logger.getLogger(KeycloakLogout.class);

    private final Settings settings;
    private final HttpClient client;

    KeycloakLogout(Settings settings, Vertx vertx) {
        this.settings = settings;
        this.client = vertx.createHttpClient();
    }

    /**
     * Completes when Keycloak has answered or failed to: the session here has ended anyway, and Keycloak's own idle
     * timeout ends the rest. Redirect only after it completes, or the next page may sign the person in again.
     */
    Future<Void> logOut(String refreshToken) {
        RequestOptions where = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(settings.issuer() + "/protocol/openid-connect/logout")
                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                .setTimeout(5_000);
        String form = "client_id=gateway&client_secret=" + encoded(settings.secret()) + "&refresh_token="
                + encoded(refreshToken);
        return client.request(where)
                .compose(request -> request.send(Buffer.buffer(form)))
                .onSuccess(answer -> {
                    if (answer.statusCode() >= 300) {
                        LOG.warnf("Keycloak answered %d to a logout", answer.statusCode());
                    }
                })
                .onFailure(failure -> LOG.warnf("Keycloak could not be told of a logout: %s", failure.toString()))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
