package jp.tsunagi.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A machine's access token by client credentials, fetched when it is needed and again shortly before it expires. */
public final class MachineToken {
    /** The token must still be good when the slowest answer arrives. */
    private static final long MARGIN = 30;

    private final ObjectMapper json = new ObjectMapper();
    private final String issuer;
    private final String client;
    private final String secret;
    private String token = "";
    private long until = System.nanoTime();

    public MachineToken(String issuer, String client, String secret) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
    }

    public String current() throws IOException {
        if (System.nanoTime() - until >= 0) {
            fetch();
        }
        return token;
    }

    private void fetch() throws IOException {
        var form = "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
        var answer = Api.once(() -> HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        Api.mustBeFine("the sign-in of " + client, answer);
        var body = json.readTree(answer.body());
        token = body.path("access_token").asText();
        until = System.nanoTime()
                + TimeUnit.SECONDS.toNanos(Math.max(1, body.path("expires_in").asLong() - MARGIN));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
