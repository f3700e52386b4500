package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token that is right but for one thing, written by hand, because a library would refuse to make it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ForgedTokensTest {

    /** What is wrong with a token, and how it is made. */
    record Forgery(String wrong, String token) {
        @Override
        public String toString() {
            return wrong;
        }
    }

    @Test
    void theTokenThatAllOthersAreMadeOfIsBelieved() {
        believed(changed(_ -> {}));
    }

    /** Clocks differ. More than this would keep a revoked account alive. */
    @Test
    @Requirement("R9.1")
    void tenSecondsAreGrantedToClocksThatDiffer() {
        believed(changed(claims -> claims.put("exp", now() - 5)));
        refused(changed(claims -> claims.put("exp", now() - 12)));
    }

    @ParameterizedTest
    @MethodSource({"algorithms", "keys", "claims"})
    @Requirement("R9.1")
    void aTokenIsBelievedOnlyIfAllOfItIsRight(Forgery forgery) {
        refused(forgery.token);
    }

    @ParameterizedTest
    @MethodSource("otherKinds")
    @Requirement("R9.2")
    void whatIsNoAccessTokenForUsIsNotTakenForOne(Forgery forgery) {
        refused(forgery.token);
    }

    @Test
    @Requirement("R9.1")
    void noKeyIsFetchedFromWhereATokenSays() throws IOException {
        var asked = new AtomicInteger();
        KeyPair own = TokenIssuer.newKeys();
        HttpServer attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        attacker.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] keys = TokenIssuer.jwks(own).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        attacker.start();
        try {
            String address = "http://127.0.0.1:" + attacker.getAddress().getPort() + "/keys";
            for (String header : List.of("jku", "x5u")) {
                for (String kid : List.of(TokenIssuer.KEY_ID, "unknown")) {
                    refused(token(Map.of("alg", "PS256", "kid", kid, header, address), right(), ps256(own)));
                }
            }
            assertEquals(0, asked.get());
        } finally {
            attacker.stop(0);
        }
    }

    static List<Forgery> algorithms() {
        String publicKey = TokenIssuer.jwk(TokenIssuer.newKeys());
        String signed = changed(_ -> {});
        String other = TokenIssuer.OTHER_KEY_ID;
        return List.of(
                new Forgery("unsigned", token(header("none"), right(), _ -> new byte[0])),
                new Forgery("unsigned, in other letters", token(header("nOnE"), right(), _ -> new byte[0])),
                new Forgery(
                        "unsigned, with the signature of another",
                        token(header("none"), right(), _ -> new byte[0])
                                + signed.substring(signed.lastIndexOf('.') + 1)),
                new Forgery("a public key as a shared one", token(header("HS256"), right(), hs256(publicKey))),
                new Forgery("an empty shared key", token(header("HS256"), right(), hs256("\0"))),
                new Forgery(
                        "another algorithm in its header",
                        token(header("PS384"), right(), ps256(TokenIssuer.PRIVATE_KEY))),
                new Forgery(
                        "no algorithm",
                        token(Map.of("kid", TokenIssuer.KEY_ID), right(), ps256(TokenIssuer.PRIVATE_KEY))),
                // Published by the issuer and signed rightly, but not the algorithm that the realm signs with.
                new Forgery(
                        "RS256",
                        token(Map.of("alg", "RS256", "kid", other), right(), rs256(TokenIssuer.OTHER_PRIVATE_KEY))),
                new Forgery("ES256", token(header("ES256"), right(), _ -> new byte[64])),
                new Forgery(
                        "RS256 with the key for PS256",
                        token(header("RS256"), right(), rs256(TokenIssuer.PRIVATE_KEY))));
    }

    static List<Forgery> keys() {
        KeyPair own = TokenIssuer.newKeys();
        Object jwk = read(TokenIssuer.jwk(own));
        return List.of(
                new Forgery(
                        "a key that it brings along",
                        token(Map.of("alg", "PS256", "kid", TokenIssuer.KEY_ID, "jwk", jwk), right(), ps256(own))),
                new Forgery(
                        "only a key that it brings along",
                        token(Map.of("alg", "PS256", "jwk", jwk), right(), ps256(own))),
                new Forgery("an unknown key", token(Map.of("alg", "PS256", "kid", "unknown"), right(), ps256(own))),
                new Forgery(
                        "a path for a key",
                        token(Map.of("alg", "PS256", "kid", "../../../../dev/null"), right(), ps256(own))),
                new Forgery("zeros for a signature", token(header("PS256"), right(), _ -> new byte[256])),
                new Forgery(
                        "an extension that must be understood",
                        token(
                                Map.of("alg", "PS256", "kid", TokenIssuer.KEY_ID, "crit", List.of("x"), "x", 1),
                                right(),
                                ps256(TokenIssuer.PRIVATE_KEY))));
    }

    static List<Forgery> claims() {
        return List.of(
                new Forgery("another issuer", changed(claims -> claims.put("iss", "http://127.0.0.1/realms/tsunagi"))),
                new Forgery(
                        "another realm",
                        changed(claims ->
                                claims.put("iss", claims.get("iss").toString().replace("tsunagi", "master")))),
                new Forgery("no issuer", changed(claims -> claims.remove("iss"))),
                new Forgery("no end", changed(claims -> claims.remove("exp"))),
                new Forgery("an end that is no number", changed(claims -> claims.put("exp", "never"))),
                new Forgery("not valid yet", changed(claims -> claims.put("nbf", now() + 60))),
                new Forgery("no time of issue", changed(claims -> claims.remove("iat"))),
                new Forgery("no audience", changed(claims -> claims.remove("aud"))),
                new Forgery("an audience like ours", changed(claims -> claims.put("aud", "tsunagi "))));
    }

    static List<Forgery> otherKinds() {
        return List.of(
                new Forgery("an ID token", changed(claims -> {
                    claims.put("typ", "ID");
                    claims.put("aud", "gateway");
                })),
                new Forgery("an ID token for our audience", changed(claims -> claims.put("typ", "ID"))),
                new Forgery("a logout token", changed(claims -> {
                    claims.put("typ", "Logout");
                    claims.put("aud", "gateway");
                    claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
                })),
                new Forgery("a logout token for our audience", changed(claims -> claims.put("typ", "Logout"))),
                new Forgery("a refresh token", changed(claims -> claims.put("typ", "Refresh"))),
                new Forgery("an offline token", changed(claims -> claims.put("typ", "Offline"))),
                new Forgery("a token of no kind", changed(claims -> claims.remove("typ"))),
                new Forgery("a token for another audience", changed(claims -> claims.put("aud", "account"))));
    }

    /** To an operation that nobody may use, and that no other test looks for in the audit. */
    private static void refused(String token) {
        given().auth()
                .oauth2(token)
                .get("/v1/notes/unannotated")
                .then()
                .statusCode(401)
                .body("code", equalTo("token-invalid"));
    }

    private static void believed(String token) {
        given().auth()
                .oauth2(token)
                .get("/v1/notes/unannotated")
                .then()
                .statusCode(403)
                .body("code", equalTo("role-missing"));
    }

    /** The right token with another claim, signed as the issuer signs. */
    private static String changed(Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = right();
        change.accept(claims);
        return token(header("PS256"), claims, ps256(TokenIssuer.PRIVATE_KEY));
    }

    private static Map<String, Object> right() {
        return new TreeMap<>(Map.of(
                "iss",
                System.getProperty(TokenIssuer.ADDRESS),
                "sub",
                "sub-sato",
                "aud",
                "tsunagi",
                "typ",
                "Bearer",
                "iat",
                now() - 60,
                "exp",
                now() + 60,
                "preferred_username",
                "sato",
                "agencies",
                List.of("IHAHO"),
                "realm_access",
                Map.of("roles", List.of("counsellor"))));
    }

    private static Map<String, Object> header(String algorithm) {
        return Map.of("alg", algorithm, "typ", "JWT", "kid", TokenIssuer.KEY_ID);
    }

    private interface Signer {
        byte[] sign(byte[] what) throws GeneralSecurityException;
    }

    private static Signer ps256(KeyPair keys) {
        return ps256(keys.getPrivate());
    }

    /** @param property names one of the issuer's keys */
    private static Signer ps256(String property) {
        return ps256(Tokens.key(property));
    }

    private static Signer ps256(PrivateKey key) {
        return what -> {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            return signed(signature, key, what);
        };
    }

    private static Signer rs256(String property) {
        return what -> signed(Signature.getInstance("SHA256withRSA"), Tokens.key(property), what);
    }

    private static Signer hs256(String secret) {
        return what -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(what);
        };
    }

    private static byte[] signed(Signature signature, PrivateKey key, byte[] what) throws GeneralSecurityException {
        signature.initSign(key);
        signature.update(what);
        return signature.sign();
    }

    private static String token(Map<String, Object> header, Map<String, Object> claims, Signer signer) {
        try {
            var json = new ObjectMapper();
            String content = base64(json.writeValueAsBytes(header)) + "." + base64(json.writeValueAsBytes(claims));
            return content + "." + base64(signer.sign(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (JsonProcessingException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
