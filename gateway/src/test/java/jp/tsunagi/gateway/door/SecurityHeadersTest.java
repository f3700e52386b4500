package jp.tsunagi.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    private static final URI ISSUER = URI.create("https://id.tsunagi.example/realms/tsunagi");

    private final MultiMap answer = MultiMap.caseInsensitiveMultiMap();

    @Test
    void whatAServiceSetIsThereOnce() {
        answer.add("X-Content-Type-Options", "nosniff").add("x-content-type-options", "nosniff");
        answer.add("Cache-Control", "public").add("Server", "x");
        new SecurityHeaders(false, ISSUER).apply("/desk/queue", answer);
        assertEquals(List.of("nosniff"), answer.getAll("X-Content-Type-Options"));
        assertEquals(List.of("no-store"), answer.getAll("Cache-Control"));
        assertNull(answer.get("Server"));
    }

    @Test
    void formsMayLeadToKeycloakOnlyWhereStaffWork() {
        SecurityHeaders headers = new SecurityHeaders(false, ISSUER);
        headers.apply("/partner", answer);
        assertTrue(answer.get("Content-Security-Policy").contains("form-action 'self' https://id.tsunagi.example;"));
        headers.apply("/consult", answer);
        assertTrue(answer.get("Content-Security-Policy").contains("form-action 'self';"));
        headers.apply("/deskx", answer);
        assertTrue(answer.get("Content-Security-Policy").contains("form-action 'self';"));
    }

    @Test
    void transportIsStrictOnlyOnHttps() {
        new SecurityHeaders(false, ISSUER).apply("/", answer);
        assertFalse(answer.contains("Strict-Transport-Security"));
        new SecurityHeaders(true, ISSUER).apply("/", answer);
        assertTrue(answer.contains("Strict-Transport-Security"));
    }

    @Test
    void assetsMayBeKept() {
        answer.set("Cache-Control", "public, max-age=86400");
        new SecurityHeaders(false, ISSUER).apply("/assets/tsunagi.css", answer);
        assertEquals("public, max-age=86400", answer.get("Cache-Control"));
    }
}
