package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagi.gateway.Browser;
import jp.tsunagi.gateway.GatewayTestResource;
import jp.tsunagi.testing.Requirement;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says to a browser, whoever gives it: the gateway, a service, or nobody. */
@QuarkusTest
@WithTestResource(GatewayTestResource.class)
class SecurityHeadersTest {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "require-trusted-types-for 'script'; trusted-types app-fragment; form-action 'self'";

    private static final Map<String, String> ALWAYS = Map.of(
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    @TestHTTPResource
    URI site;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(site);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /assets/tsunagi.css, 200",
        "GET, /assets/nothing.css, 404",
        "GET, /openapi.json, 200",
        "GET, /q/health/ready, 200",
        "GET, /q/dev-ui, 404",
        "GET, /lang?to=en&back=/, 303",
        "GET, /nowhere, 404",
        "GET, /v1/nowhere, 404",
        "GET, /auth/login?to=/desk, 303",
        "GET, /auth/logout, 303",
        "PUT, /, 405",
        "GET, /consult, 200",
        "GET, /consult/moved, 303",
        "GET, /consult/open, 200",
        "GET, /consult/wait, 429",
        "GET, /consult/busy, 503",
        "GET, /consult/cut, 503",
        "GET, /v1/topics, 503",
        "GET, /consult/status/400, 400",
        "GET, /consult/status/404, 404",
        "GET, /consult/status/413, 413",
        "GET, /consult/status/500, 500",
        "GET, /consult/status/502, 502"
    })
    @Requirement({"R3.2", "R3.3", "R3.5"})
    void everyAnswerCarriesThem(String method, String path, int status) {
        var answer = browser.ask(method, path, BodyPublishers.noBody());
        assertEquals(status, answer.statusCode(), answer.body());
        assertHeaders(answer, POLICY);
        assertHeaders(browser.ask(method, path, BodyPublishers.noBody(), "Origin", "https://evil.example"), POLICY);
    }

    @Test
    @Requirement({"R3.2", "R3.3", "R3.5"})
    void soDoesWhatIsRefusedForItsBody() {
        var large = browser.post("/v1/consultations", "a".repeat(256 * 1024 + 1));
        assertEquals(413, large.statusCode());
        assertHeaders(large, POLICY);
        var foreign = browser.post("/consult", "", "Sec-Fetch-Site", "cross-site");
        assertEquals(403, foreign.statusCode());
        assertHeaders(foreign, POLICY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/queue", "/partner", "/council/admin", "/admin"})
    @Requirement({"R3.2", "R3.3", "R3.5"})
    void formsOfStaffMayLeadToKeycloakBesides(String path) {
        String issuer = ConfigProvider.getConfig().getValue("gateway.issuer", String.class);
        assertHeaders(browser.get(path), POLICY + " " + issuer + "/");
        assertHeaders(browser.get(path, "Accept", "text/html"), POLICY + " " + issuer + "/");
    }

    /** Vert.x answers what it cannot parse before any filter. */
    @ParameterizedTest
    @CsvSource({"400, 'X ', 0", "414, '', 10000", "431, '', 0"})
    @Requirement({"R3.2", "R3.3", "R3.5"})
    void soDoesWhatCannotBeParsed(int status, String behindThePath, int ofPath) {
        browser.get("/");

        String answer = browser.raw("GET /" + "a".repeat(ofPath) + " " + behindThePath
                + "HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(30_000) + "\r\n\r\n");

        assertTrue(answer.matches("(?s)HTTP/1.[01] " + status + " .*"), answer);
        assertTrue(answer.contains("\r\nContent-Security-Policy: " + POLICY + "\r\n"), answer);
        ALWAYS.forEach((header, value) -> assertTrue(answer.contains("\r\n" + header + ": " + value), answer));
    }

    /** A preflight is refused, and its answer allows nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "https://evil.example", "http://127.0.0.1.evil.example", "http://127.0.0.1"})
    @Requirement("R3.5")
    void noOtherOriginMayReadAnAnswer(String origin) {
        var preflight = browser.ask(
                "OPTIONS",
                "/v1/desks",
                BodyPublishers.noBody(),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "GET");
        assertEquals(405, preflight.statusCode());
        assertHeaders(preflight, POLICY);
        for (String path : List.of("/", "/v1/desks", "/consult/open", "/openapi.json", "/assets/tsunagi.css")) {
            assertHeaders(browser.get(path, "Origin", origin), POLICY);
        }
    }

    private static void assertHeaders(HttpResponse<String> answer, String policy) {
        var expected = new TreeMap<>(ALWAYS);
        expected.put("Content-Security-Policy", policy);
        var found = new TreeMap<String, String>();
        expected.keySet()
                .forEach(name ->
                        found.put(name, String.join(" and ", answer.headers().allValues(name))));
        assertEquals(expected, found, answer.uri().toString());
        assertTrue(
                answer.headers().map().keySet().stream()
                        .noneMatch(
                                name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-")),
                () -> answer.headers().map().toString());
    }
}
