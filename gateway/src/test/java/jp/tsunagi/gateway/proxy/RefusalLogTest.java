package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.gateway.Browser;
import jp.tsunagi.gateway.GatewayTestResource;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway refuses leaves a record that says who and what, and nothing that was typed. */
@QuarkusTest
@WithTestResource(GatewayTestResource.class)
@Requirement("F5")
class RefusalLogTest {

    private static final Path FILE = Path.of("target", "gateway-refusals.jsonl");

    @Inject
    RefusalLog log;

    @TestHTTPResource
    URI site;

    private Browser browser;
    private int before;

    @BeforeEach
    void open() throws IOException {
        browser = new Browser(site, "127.0.0.50");
        log.writeCounted();
        before = lines().size();
    }

    @Test
    void aRefusalOfASignedInPersonNamesThemTheRouteAndTheRequest() throws IOException {
        browser.walk("/desk/queue");
        var refused = browser.post("/desk/case/4711", "x", "Sec-Fetch-Site", "cross-site");

        JsonObject record = only(newRecords(), "cross-site");
        assertEquals("sato", record.getString("who"));
        assertEquals("/desk", record.getString("route"));
        assertEquals("POST", record.getString("method"));
        assertEquals(403, record.getInteger("status"));
        assertEquals(refused.headers().firstValue("X-Request-Id").orElseThrow(), record.getString("requestId"));
    }

    @Test
    void refusalsOfStrangersAreCounted() throws IOException {
        for (int i = 0; i < 30; i++) {
            browser.get("/desk/queue", "Accept", "application/json");
        }

        JsonObject record = only(newRecords(), "sign-in-needed");
        assertEquals("anonymous", record.getString("who"));
        assertEquals("/desk", record.getString("route"));
        assertEquals(30, record.getInteger("count"));
    }

    @Test
    void everyKindOfRefusalIsRecordedAndNothingThatWasTyped() throws IOException {
        browser.get("/v1/canary-1?x=canary-2", "X-Canary", "canary-3");
        browser.post("/consult/canary-4?x=canary-5", "canary-6", "Origin", "https://canary-7.example");
        // Only announced: whoever sends it may lose the answer to the closing of the connection.
        browser.raw("POST /v1/consultations?canary-8 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 300000\r\n\r\ncanary");
        browser.get("/v1/topics/canary-9?x=canary-10");
        browser.raw("GET /desk;canary-11 HTTP/1.1\r\nHost: canary-12\r\n\r\n");
        browser.raw("CANARY /consult/canary-13 HTTP/1.1\r\nHost: x\r\n\r\n");
        browser.get("/desk/canary-14", "Accept", "application/json", "Cookie", "__Host-q_session=canary-15");

        List<JsonObject> records = newRecords();
        assertEquals("/consult", only(records, "cross-site").getString("route"));
        assertEquals("/v1/consultations", only(records, "body-too-large").getString("route"));
        assertEquals("/v1/topics", only(records, "service-unavailable").getString("route"));
        assertEquals("/desk", only(records, "sign-in-needed").getString("route"));
        assertEquals("unmatched", only(records, "path-unknown").getString("route"));
        assertEquals("unmatched", only(records, "path-ambiguous").getString("route"));
        assertEquals("other", only(records, "method-not-allowed").getString("method"));
        assertFalse(Files.readString(FILE).toLowerCase(Locale.ROOT).contains("canary"));
    }

    private List<JsonObject> newRecords() throws IOException {
        log.writeCounted();
        return lines().stream().skip(before).map(JsonObject::new).toList();
    }

    private static List<String> lines() throws IOException {
        return Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
    }

    private static JsonObject only(List<JsonObject> records, String code) {
        List<JsonObject> found = records.stream()
                .filter(record -> record.getString("code").equals(code))
                .toList();
        assertTrue(found.size() == 1, code + " in " + records);
        return found.getFirst();
    }
}
