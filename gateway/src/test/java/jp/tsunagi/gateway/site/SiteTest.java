package jp.tsunagi.gateway.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import jp.tsunagi.gateway.Browser;
import jp.tsunagi.gateway.GatewayTestResource;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayTestResource.class)
class SiteTest {

    @TestHTTPResource
    URI site;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(site);
    }

    @ParameterizedTest
    @CsvSource({
        "/, ja, 相談する",
        "/, en, Ask for help",
        "/a11y, ja, JIS X 8341-3",
        "/a11y, en, WCAG 2.2",
        "/developers, ja, 10分で",
        "/developers, en, ten minutes"
    })
    void everyPageSpeaksBothLanguages(String path, String language, String word) {
        var page = browser.get(path, "Accept", "text/html", "Cookie", "lang=" + language);
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("<html lang=\"" + language + "\">"), page.body());
        assertTrue(page.body().contains(word), page.body());
        assertFalse(page.body().contains("<script>"), "no inline script");
    }

    @Test
    void theStartPageLeadsEverywhere() {
        String page = browser.get("/").body();
        for (String door : new String[] {
            "/consult",
            "/box",
            "/help",
            "/help/talk",
            "/help/photo",
            "/directory",
            "/council",
            "/desk/queue",
            "/partner",
            "tel:110",
            "tel:119"
        }) {
            assertTrue(page.contains("href=\"" + door + "\""), door);
        }
    }

    @Test
    void aBadTokenOrCookieDoesNotCloseTheStartPage() {
        var page = browser.get("/", "Authorization", "Bearer nonsense", "Cookie", "__Host-q_session=nonsense");
        assertEquals(200, page.statusCode(), page.body());
    }

    @Test
    void everyEventWithAnExampleIsInTheCatalogue() {
        String page = browser.get("/developers").body();
        assertTrue(page.contains("jp.tsunagi.referral.accepted.v1"), page);
        assertTrue(page.contains("jp.tsunagi.consultation.received.v1"), page);
        assertTrue(page.contains("client_credentials"), page);
    }

    @Test
    void everyServicesApiDocumentIsListedAndServed() throws IOException {
        JsonNode urls =
                new ObjectMapper().readTree(browser.get("/openapi.json").body()).get("urls");
        assertEquals(
                List.of("/openapi/intake.json", "/openapi/referral.json", "/openapi/council.json"),
                urls.findValuesAsText("url"));
        assertEquals(
                "{\"title\":\"referral\"}",
                browser.get("/openapi/referral.json").body());
        assertEquals(503, browser.get("/openapi/council.json").statusCode());
        String developers = browser.get("/developers").body();
        urls.findValuesAsText("url").forEach(url -> assertTrue(developers.contains("href=\"" + url + "\""), url));
    }

    @Test
    void aLanguageIsRememberedAndThePageIsShownAgain() {
        var answer = browser.get("/lang?to=en&back=%2Fa11y");
        assertEquals(303, answer.statusCode());
        assertEquals("/a11y", location(answer));
        assertTrue(browser.walk("/a11y").body().contains("<html lang=\"en\">"));
    }

    @Test
    @DisplayName("UX-19: another language keeps what was typed: the browser posts the form once more")
    void aFormIsShownAgainInAnotherLanguage() {
        var answer = browser.post("/lang?to=en&back=%2Fconsult%2Fcheck", "text=a");
        assertEquals(307, answer.statusCode());
        assertEquals("/consult/check", location(answer));
        assertTrue(browser.walk("/a11y").body().contains("<html lang=\"en\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlh", "en%3B%20x", ""})
    void aLanguageThatIsNotOfferedIsForgotten(String language) {
        browser.get("/lang?to=en&back=%2Fa11y");
        browser.get("/lang?to=" + language + "&back=%2Fa11y");
        assertTrue(browser.walk("/a11y").body().contains("<html lang=\"ja\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", ""})
    void aLanguageLeadsNowhereElse(String back) {
        assertEquals("/", location(browser.get("/lang?to=en&back=" + back)));
    }

    @Test
    void assetsMayBeKeptByTheBrowser() {
        var style = browser.get("/assets/tsunagi.css");
        assertEquals(200, style.statusCode());
        assertFalse(style.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
    }

    @Test
    @Requirement("P15")
    void theGatewayIsReadyThoughAServiceIsDown() {
        assertEquals(200, browser.get("/q/health/ready").statusCode());
        assertEquals(200, browser.get("/q/health/live").statusCode());
    }

    @Test
    @Requirement("R13.3")
    void nothingElseOfQuarkusIsShown() {
        for (String path : new String[] {
            "/q/openapi",
            "/q/swagger-ui",
            "/q/dev-ui",
            "/q/arc",
            "/q",
            "/q/health",
            "/q/health/well",
            "/q/health/group",
            "/q/metrics"
        }) {
            assertEquals(404, browser.get(path).statusCode(), path);
        }
        for (String path : new String[] {"//q/openapi", "/consult/../q/openapi", "/q/./health"}) {
            String answer = browser.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        }
    }

    // The server's base address may be put in front; what matters is where it leads.
    private String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replace("http://127.0.0.1:" + site.getPort(), "");
    }
}
