package jp.tsunagi.local.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What deploy/keycloak/realm.json promises of accounts, clients and tokens. */
class RealmTest {

    /** Services grant ten seconds for clocks that differ, and what was revoked stops within sixty. */
    private static final int LONGEST_TOKEN = 50;

    private static final JsonNode REALM = read();

    @Test
    @Tag("R10.3")
    @Tag("R10.4")
    void tokensAreShortAndRefreshingHasAnEnd() {
        assertTrue(number("accessTokenLifespan") <= LONGEST_TOKEN);
        for (JsonNode client : REALM.get("clients")) {
            client.path("attributes").propertyStream().forEach(setting -> {
                if (setting.getKey().endsWith(".lifespan")) {
                    assertTrue(setting.getValue().asInt() <= LONGEST_TOKEN, () -> name(client) + setting);
                }
            });
        }
        assertTrue(REALM.get("revokeRefreshToken").asBoolean(), "a refresh token works once");
        assertEquals(0, number("refreshTokenMaxReuse"));
        assertTrue(number("ssoSessionIdleTimeout") <= 30 * 60);
        assertTrue(number("ssoSessionMaxLifespan") <= 10 * 60 * 60);
        assertFalse(REALM.get("rememberMe").asBoolean());
        // A session without an end would be asked for by this scope.
        assertFalse(REALM.toString().contains("offline_access"));
    }

    @Test
    @Tag("R10.1")
    @Tag("R10.4")
    void browsersComeBackToOneAddressWithACodeThatNobodyElseCanUse() {
        var gateway = client("gateway");
        assertEquals(List.of("@PUBLIC_URL@/auth/callback"), texts(gateway.get("redirectUris")));
        assertEquals("-", gateway.at("/attributes/post.logout.redirect.uris").asText(), "Keycloak leads nowhere");
        assertEquals(
                "S256", gateway.at("/attributes/pkce.code.challenge.method").asText());
        var attributes = gateway.get("attributes");
        // Keycloak takes the request up when the password is right: a person may take as long as the page lasts.
        assertEquals(
                number("accessCodeLifespanLogin"),
                REALM.at("/attributes/parRequestUriLifespan").asInt());
        assertTrue(attributes.path("require.pushed.authorization.requests").asBoolean());
        assertFalse(attributes.has("exclude.issuer.from.auth.response"), "the gateway checks who answers");
        assertFalse(gateway.get("publicClient").asBoolean());
        assertEquals(List.of(), texts(gateway.get("webOrigins")), "no script of another site reads an answer");
        assertTrue(number("accessCodeLifespan") <= 60);
    }

    /** A password goes to Keycloak's own page and nowhere else, and no token into an address. */
    @Test
    @Tag("R10.4")
    void everyClientHasOneWayToATokenAndNoMore() {
        for (JsonNode client : REALM.get("clients")) {
            assertFalse(client.path("directAccessGrantsEnabled").asBoolean(true), () -> name(client));
            assertFalse(client.path("implicitFlowEnabled").asBoolean(true), () -> name(client));
            if (client.get("enabled").asBoolean() && !name(client).equals("gateway")) {
                assertFalse(client.path("standardFlowEnabled").asBoolean(true), () -> name(client));
                assertTrue(client.path("redirectUris").isMissingNode(), () -> name(client));
                assertFalse(client.path("fullScopeAllowed").asBoolean(true), () -> name(client));
                assertFalse(client.path("publicClient").asBoolean(true), () -> name(client));
            }
        }
        assertTrue(client("gateway").get("standardFlowEnabled").asBoolean());
        assertFalse(client("gateway").get("serviceAccountsEnabled").asBoolean());
    }

    /** Keycloak makes its own clients unless the file names them; this one takes passwords from any program. */
    @Test
    @Tag("R10.4")
    void theClientOfCommandLinesIsSwitchedOff() {
        assertFalse(client("admin-cli").get("enabled").asBoolean());
    }

    @Test
    @Tag("R6.6")
    @Tag("R10.4")
    void guessingIsSlowedForAWhileAndNobodyIsLockedForEver() {
        assertTrue(REALM.get("bruteForceProtected").asBoolean());
        assertFalse(REALM.get("permanentLockout").asBoolean());
        assertTrue(number("failureFactor") <= 10);
        assertTrue(number("waitIncrementSeconds") >= 60);
        assertTrue(number("maxFailureWaitSeconds") <= 5 * 60);
        assertTrue(REALM.get("passwordPolicy").asText().contains("length(12)"));
        assertTrue(REALM.get("passwordPolicy").asText().contains("notUsername"));
    }

    @Test
    @Tag("R6.5")
    @Tag("R10.4")
    void nobodyMakesAnAccountOrAsksForAPassword() {
        assertFalse(REALM.get("registrationAllowed").asBoolean());
        assertFalse(REALM.get("resetPasswordAllowed").asBoolean());
        assertFalse(REALM.get("loginWithEmailAllowed").asBoolean());
    }

    @Test
    @Tag("R9.1")
    @Tag("R10.4")
    void tokensAreSignedAsTheServicesExpect() {
        assertEquals("PS256", REALM.get("defaultSignatureAlgorithm").asText());
        assertEquals("external", REALM.get("sslRequired").asText());
    }

    /** Machines and their agencies have no use for anybody's address. */
    @Test
    void theMailAddressOfAPersonIsOnlyInATokenOfThePages() {
        for (JsonNode client : REALM.get("clients")) {
            boolean isTold = texts(client.get("defaultClientScopes")).contains("email")
                    || texts(client.get("optionalClientScopes")).contains("email");
            assertEquals(name(client).equals("gateway"), isTold, () -> name(client));
        }
        for (JsonNode user : REALM.get("users")) {
            boolean isCounsellor = texts(user.path("realmRoles")).contains("counsellor");
            assertTrue(
                    !isCounsellor || user.path("email").asText().endsWith(".example.jp"),
                    () -> user.get("username").asText());
        }
    }

    /** Every password and secret is a place that the first start fills in. */
    @Test
    @Tag("R6.7")
    @Tag("R10.4")
    void thereIsNoDefaultPassword() {
        var places = new TreeSet<String>();
        for (JsonNode secret : REALM.findValues("secret")) {
            places.add(secret.asText());
        }
        for (JsonNode credentials : REALM.findValues("credentials")) {
            stream(credentials).map(one -> one.get("value").asText()).forEach(places::add);
        }
        assertEquals(
                Set.of(
                        "@AGENCY_SIA_SECRET@",
                        "@AGENCY_TOKYO_SECRET@",
                        "@DEMO_PASSWORD@",
                        "@DIRECTORY_LOADER_SECRET@",
                        "@GATEWAY_SECRET@"),
                places);
        for (JsonNode client : REALM.get("clients")) {
            assertTrue(!client.get("enabled").asBoolean() || client.has("secret"), () -> name(client));
        }
    }

    private static JsonNode client(String name) {
        return stream(REALM.get("clients"))
                .filter(client -> name(client).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String name(JsonNode client) {
        return client.get("clientId").asText();
    }

    private static int number(String setting) {
        return REALM.get(setting).intValue();
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of(System.getProperty("tsunagi.root"), "deploy/keycloak/realm.json")
                            .toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
