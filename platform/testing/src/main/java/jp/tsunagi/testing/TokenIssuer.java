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

    /** Keycloak publishes a key for RS256 as well; nothing of ours is signed with it. */
    static final String OTHER_PRIVATE_KEY = "tsunagi.test.other-signing-key";

    static final String OTHER_KEY_ID = "other";

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
            KeyPair other = newKeys();
            server.createContext(
                    "/realms/tsunagi/.well-known/openid-configuration", e -> answer(e, issuer.discovery()));
            server.createContext("/realms/tsunagi/jwks", e -> answer(e, jwks(keys, other)));
            server.start();
            // Test classes are loaded by another class loader than this one: properties are what they share.
            System.setProperty(ADDRESS, issuer.address);
            share(PRIVATE_KEY, keys);
            share(OTHER_PRIVATE_KEY, other);
            return issuer;
        } catch (IOException blocked) {
            throw new UncheckedIOException(blocked);
        }
    }

    private static void share(String property, KeyPair keys) {
        System.setProperty(
                property, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** For PS256, as the realm signs. */
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
                 "authorization_endpoint":"%1$s/auth","id_token_signing_alg_values_supported":["PS256"]}
                """.formatted(address);
    }

    /** The JWK set of one key, as an issuer publishes it. */
    public static String jwks(KeyPair keys) {
        return "{\"keys\":[" + jwk(keys) + "]}";
    }

    private static String jwks(KeyPair keys, KeyPair other) {
        return "{\"keys\":[" + jwk(keys) + "," + jwk(other, "RS256", OTHER_KEY_ID) + "]}";
    }

    static String jwk(KeyPair keys) {
        return jwk(keys, "PS256", KEY_ID);
    }

    private static String jwk(KeyPair keys, String algorithm, String id) {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"kty":"RSA","use":"sig","alg":"%s","kid":"%s","n":"%s","e":"%s"}
                """.formatted(
                algorithm,
                id,
                unsigned(key.getModulus(), key.getModulus().bitLength() / 8),
                unsigned(key.getPublicExponent(), 3)).strip();
    }

    /** As many bytes as the format asks for, whether the number needs a sign, or fewer. */
    private static String unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] exact = new byte[length];
        int kept = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - kept, exact, length - kept, kept);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(exact);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
