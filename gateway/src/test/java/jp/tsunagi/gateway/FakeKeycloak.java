package jp.tsunagi.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.tsunagi.testing.TokenIssuer;

/**
 * Signs a person in without asking, as Keycloak does for a person who has a session there, and checks what the
 * gateway sends: redirect, PKCE, secret, and nothing of it through the browser. The whole-stack journey uses the real Keycloak. Tests read and set its state
 * by system properties, because Quarkus loads test resources and tests by different class loaders.
 */
final class FakeKeycloak {

    static final String LOGOUTS = "tsunagi.test.logouts";
    static final String REVOKED = "tsunagi.test.revoked";
    static final String LIFE = "tsunagi.test.life";

    private final HttpServer server = GatewayTestResource.server();
    private final KeyPair keys = TokenIssuer.newKeys();
    private final Map<String, Map<String, String>> pushed = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    static FakeKeycloak start() {
        FakeKeycloak keycloak = new FakeKeycloak();
        String realm = "/realms/tsunagi";
        HttpServer server = keycloak.server;
        server.createContext(
                realm + "/.well-known/openid-configuration",
                e -> GatewayTestResource.send(e, 200, keycloak.discovery()));
        server.createContext(realm + "/jwks", e -> GatewayTestResource.send(e, 200, TokenIssuer.jwks(keycloak.keys)));
        server.createContext(realm + "/par", keycloak::push);
        server.createContext(realm + "/auth", keycloak::authorize);
        server.createContext(realm + "/token", keycloak::token);
        server.createContext(realm + "/protocol/openid-connect/logout", FakeKeycloak::logOut);
        server.start();
        System.setProperty(LOGOUTS, "0");
        System.setProperty(LIFE, "300");
        return keycloak;
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/tsunagi";
    }

    void stop() {
        server.stop(0);
    }

    private void push(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean isRight = asked.get("response_type").equals("code")
                && exchange.getRequestHeaders().containsKey("Authorization")
                && asked.get("client_id").equals("gateway")
                && asked.get("code_challenge_method").equals("S256")
                && asked.get("redirect_uri").endsWith("/auth/callback");
        String uri = "urn:ietf:params:oauth:request_uri:" + UUID.randomUUID();
        pushed.put(uri, asked);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        GatewayTestResource.send(
                exchange, isRight ? 201 : 400, "{\"request_uri\":\"%s\",\"expires_in\":60}".formatted(uri));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(exchange.getRequestURI().getRawQuery());
        Map<String, String> asked = pushed.remove(sent.getOrDefault("request_uri", ""));
        if (asked == null || !sent.keySet().equals(Set.of("client_id", "request_uri"))) {
            GatewayTestResource.send(exchange, 400, "only a pushed request is allowed");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state") + "&iss="
                                + URLEncoder.encode(issuer(), StandardCharsets.UTF_8));
        GatewayTestResource.send(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (sent.get("grant_type").equals("refresh_token")) {
            boolean isRevoked = Boolean.getBoolean(REVOKED);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            GatewayTestResource.send(
                    exchange,
                    isRevoked ? 400 : 200,
                    isRevoked ? "{\"error\":\"invalid_grant\"}" : tokens(null, "refreshed"));
            return;
        }
        Map<String, String> asked = codes.remove(sent.get("code"));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(sent.get("code_verifier")));
        boolean isRight = asked != null
                && asked.get("code_challenge").equals(challenge)
                && asked.get("redirect_uri").equals(sent.get("redirect_uri"));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        GatewayTestResource.send(exchange, isRight ? 200 : 400, isRight ? tokens(asked.get("nonce"), "first") : "{}");
    }

    private static void logOut(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (sent.containsKey("refresh_token") && sent.containsKey("client_secret")) {
            System.setProperty(LOGOUTS, Integer.toString(Integer.getInteger(LOGOUTS) + 1));
        }
        GatewayTestResource.send(exchange, 204, "");
    }

    private String tokens(String nonce, String edition) {
        JwtClaimsBuilder id = claims("gateway").claim("typ", "ID").claim("name", "佐藤恵");
        if (nonce != null) {
            id.claim("nonce", nonce);
        }
        String access = sign(claims("tsunagi")
                .claim("typ", "Bearer")
                .claim("edition", edition)
                .claim("realm_access", Map.of("roles", java.util.List.of("counsellor"))));
        return """
                {"token_type":"Bearer","id_token":"%s","access_token":"%s","refresh_token":"%s","expires_in":%s}
                """.formatted(sign(id), access, UUID.randomUUID(), System.getProperty(LIFE));
    }

    private JwtClaimsBuilder claims(String audience) {
        Instant now = Instant.now();
        return Jwt.issuer(issuer())
                .subject("sub-sato")
                .audience(audience)
                .issuedAt(now)
                .expiresAt(now.plusSeconds(Long.getLong(LIFE)))
                .claim("preferred_username", "sato");
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws()
                .algorithm(SignatureAlgorithm.PS256)
                .keyId(TokenIssuer.KEY_ID)
                .sign(keys.getPrivate());
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/token",
                 "authorization_endpoint":"%1$s/auth",
                 "pushed_authorization_request_endpoint":"%1$s/par","end_session_endpoint":"%1$s/protocol/openid-connect/logout",
                 "id_token_signing_alg_values_supported":["PS256"]}
                """.formatted(issuer());
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8), (a, b) -> a));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
