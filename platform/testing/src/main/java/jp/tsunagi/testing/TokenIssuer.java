package jp.tsunagi.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/**
 * Publishes the discovery document and signing key that a service needs to verify tokens by itself, over HTTP. Module
 * tests use it because Keycloak takes half a minute to start; the whole-stack journey uses the real Keycloak.
 */
public final class TokenIssuer implements AutoCloseable {

    static final String ADDRESS = "tsunagi.test.issuer";
    static final String PRIVATE_KEY = "tsunagi.test.signing-key";
    public static final String KEY_ID = "test";

    private final HttpServer server;
    private final String address;

    private TokenIssuer(HttpServer server) {
        this.server = server;
        this.address = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/tsunagi";
    }

    static TokenIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TokenIssuer issuer = new TokenIssuer(server);
            KeyPair keys = newKeys();
            server.createContext(
                    "/realms/tsunagi/.well-known/openid-configuration", e -> answer(e, issuer.discovery()));
            server.createContext("/realms/tsunagi/jwks", e -> answer(e, jwks((RSAPublicKey) keys.getPublic())));
            server.start();
            // Test classes are loaded by another class loader than this one: properties are what they share.
            System.setProperty(ADDRESS, issuer.address);
            System.setProperty(
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
            return issuer;
        } catch (IOException blocked) {
            throw new UncheckedIOException(blocked);
        }
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/token",
                 "authorization_endpoint":"%1$s/auth","id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(address);
    }

    /** The JWK set of one key, as an issuer publishes it. */
    public static String jwks(RSAPublicKey key) {
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
                """.formatted(KEY_ID, unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] magnitude = bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
