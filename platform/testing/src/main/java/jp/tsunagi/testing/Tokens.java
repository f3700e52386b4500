package jp.tsunagi.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Access tokens as Keycloak's realm {@code tsunagi} issues them, and the bad ones a service must refuse. */
public final class Tokens {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private Tokens() {}

    /** A person with one agency. */
    public static String staff(String user, String agency, String... roles) {
        return staffOf(user, List.of(agency), roles);
    }

    /** A person with one agency whose account has a mail address, as the client of the pages is told it. */
    public static String staffWithMail(String user, String mail, String agency, String... roles) {
        return sign(person(user, List.of(agency), roles).claim("email", mail), ownKey());
    }

    /** A person with several agencies, who must name the acting one. */
    public static String staffOf(String user, List<String> agencies, String... roles) {
        return sign(person(user, agencies, roles), ownKey());
    }

    /** An agency's system with its scopes. */
    public static String machine(String client, String agency, String... scopes) {
        return sign(
                claims("service-account-" + client, List.of(agency))
                        .claim("client_id", client)
                        .claim("scope", String.join(" ", scopes)),
                ownKey());
    }

    public static String expired(String user, String agency, String... roles) {
        Instant then = Instant.now().minus(Duration.ofHours(1));
        return sign(person(user, List.of(agency), roles).issuedAt(then).expiresAt(then.plus(LIFE)), ownKey());
    }

    /** Signed with a key that is not the issuer's. */
    public static String foreign(String user, String agency, String... roles) {
        return sign(person(user, List.of(agency), roles), TokenIssuer.newKeys().getPrivate());
    }

    /** Meant for another service than Tsunagi's. */
    public static String forOthers(String user, String agency, String... roles) {
        return sign(person(user, List.of(agency), roles).audience("another"), ownKey());
    }

    /** A good token whose claims were changed after it was signed. */
    public static String tampered(String user, String agency, String... roles) {
        String[] parts = staff(user, agency, roles).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"" + agency + "\"", "\"" + agency + "X\"");
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    private static JwtClaimsBuilder person(String user, List<String> agencies, String... roles) {
        return claims(user, agencies)
                .claim("name", user)
                .claim("scope", "openid profile")
                .claim("realm_access", Map.of("roles", List.of(roles)));
    }

    private static JwtClaimsBuilder claims(String user, List<String> agencies) {
        Instant now = Instant.now();
        return Jwt.issuer(System.getProperty(TokenIssuer.ADDRESS))
                .subject("sub-" + user)
                .audience(Set.of("tsunagi"))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .claim("preferred_username", user)
                .claim("typ", "Bearer")
                .claim("agencies", agencies);
    }

    private static String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws()
                .algorithm(SignatureAlgorithm.PS256)
                .keyId(TokenIssuer.KEY_ID)
                .sign(key);
    }

    private static PrivateKey ownKey() {
        return key(TokenIssuer.PRIVATE_KEY);
    }

    static PrivateKey key(String property) {
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(property));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
