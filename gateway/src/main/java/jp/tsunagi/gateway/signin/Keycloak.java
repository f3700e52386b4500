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
 * Ends sessions at Keycloak from server to server. The standard way through the browser would put an id token into an
 * address, and no token is to reach the browser.
 */
@ApplicationScoped
class Keycloak {

    private static final Logger LOG = Logger.getLogger(Keycloak.class);

    private final Settings settings;
    private final HttpClient client;

    Keycloak(Settings settings, Vertx vertx) {
        this.settings = settings;
        this.client = vertx.createHttpClient();
    }

    /**
     * Done when Keycloak has answered or does not: the session here has ended anyway, and if Keycloak is away, its own
     * idle time ends the rest. Whoever goes on before it has answered may be signed in again halfway.
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
                .onFailure(failure -> LOG.warnf("Keycloak did not hear of a logout: %s", failure.toString()))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
