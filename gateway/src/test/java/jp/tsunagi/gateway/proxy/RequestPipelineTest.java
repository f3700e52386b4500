package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import jp.tsunagi.gateway.Browser;
import jp.tsunagi.gateway.GatewayTestResource;
import jp.tsunagi.testing.Requirement;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayTestResource.class)
class RequestPipelineTest {

    private static final List<String> SECURITY_HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
            "Cache-Control");

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @TestHTTPResource
    URI site;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(site);
    }

    @Test
    void aRequestReachesTheServiceThatOwnsThePath() {
        assertTrue(browser.get("/consult?x=1").body().startsWith("intake\nGET /consult?x=1\n"));
        assertTrue(browser.get("/v1/desks").body().startsWith("referral\nGET /v1/desks\n"));
        assertTrue(browser.post("/v1/referrals:check", "{}").body().startsWith("referral\nPOST /v1/referrals:check\n"));
    }

    @Test
    void aBodyArrivesWhole() {
        assertTrue(browser.post("/consult", "a".repeat(200_000)).body().contains("body: 200000\n"));
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000]));
        assertTrue(browser.ask("POST", "/consult", chunked).body().contains("body: 200000\n"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        assertProblem(413, "body-too-large", browser.post("/v1/consultations", "a".repeat(256 * 1024 + 1)));
        String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
        String answer = browser.raw(
                "POST /v1/consultations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(5));
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("body-too-large"), answer);
    }

    @Test
    @Requirement("R4.2")
    void onlyWhatTheGatewayVouchesForReachesAService() {
        String told = browser.get(
                        "/v1/desks",
                        "X-Forwarded-For",
                        "198.51.100.9",
                        "X-User",
                        "sato",
                        "Authorization",
                        "Bearer theirs",
                        "X-Request-Id",
                        "agency-2026-0001",
                        "Cookie",
                        "__Host-q_session=x; lang=en; other=1")
                .body();
        assertTrue(told.contains("x-forwarded-for: 127.0.0.1\n"), told);
        assertTrue(told.contains("authorization: Bearer theirs\n"), told);
        assertTrue(told.contains("x-request-id: agency-2026-0001\n"), told);
        assertTrue(told.contains("cookie: lang=en\n"), told);
        assertFalse(told.contains("x-user"), told);
    }

    @Test
    void aRequestIdComesBackAndABadOneDoesNot() {
        assertEquals(
                "agency-2026-0001",
                header(browser.get("/consult", "X-Request-Id", "agency-2026-0001"), "X-Request-Id"));
        String made = header(browser.get("/consult", "X-Request-Id", "<bad>"), "X-Request-Id");
        assertTrue(made.matches("[0-9a-f-]{36}"), made);
    }

    @Test
    @Requirement("R3.3")
    void whatAServiceSaysTwiceIsSaidOnce() {
        var answer = browser.get("/consult");
        assertEquals(List.of("nosniff"), answer.headers().allValues("X-Content-Type-Options"));
        assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"));
        assertTrue(answer.headers().firstValue("Server").isEmpty());
        assertEquals("box=1; Path=/box; HttpOnly", header(answer, "Set-Cookie"));
    }

    @Test
    @Requirement("R3.2")
    void formsMayLeadToKeycloakOnlyOnStaffPages() {
        String issuer = ConfigProvider.getConfig().getValue("gateway.issuer", String.class);
        for (String staff : List.of("/desk", "/desk/queue", "/partner", "/council/admin/topics", "/admin")) {
            assertTrue(csp(staff).endsWith("; form-action 'self' " + issuer + "/"), csp(staff));
        }
        for (String open : List.of("/", "/consult", "/council", "/deskx", "/v1/desks", "/assets/tsunagi.css")) {
            assertTrue(csp(open).endsWith("; form-action 'self'"), csp(open));
        }
    }

    private String csp(String path) {
        List<String> policies = browser.get(path).headers().allValues("Content-Security-Policy");
        assertEquals(1, policies.size(), path);
        return policies.getFirst();
    }

    @Test
    @Requirement("R3.3")
    void transportIsStrictOnlyOnHttps() {
        MultiMap http = MultiMap.caseInsensitiveMultiMap();
        RequestPipeline.addHeaders(http, "id", false);
        assertFalse(http.contains("Strict-Transport-Security"));
        MultiMap https = MultiMap.caseInsensitiveMultiMap();
        RequestPipeline.addHeaders(https, "id", true);
        assertTrue(https.contains("Strict-Transport-Security"));
    }

    @Test
    void aClientThatOffersHttp2IsServedOverHttp1() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var get = client.send(
                    HttpRequest.newBuilder(site.resolve("/consult?x=1")).build(), HttpResponse.BodyHandlers.ofString());
            assertTrue(get.body().startsWith("intake\nGET /consult?x=1\n"), get.body());
            var post = client.send(
                    HttpRequest.newBuilder(site.resolve("/consult"))
                            .POST(BodyPublishers.ofString("a".repeat(200_000)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(HttpClient.Version.HTTP_1_1, post.version());
            assertTrue(post.body().contains("body: 200000\n"), post.body());
        }
    }

    @Test
    void aRedirectOfAServiceStaysOutside() {
        assertEquals("/consult/receipt", header(browser.get("/consult/moved"), "Location"));
    }

    @Test
    @Requirement("P16")
    void aServiceThatIsDownIsOneSentenceAndWhenToTryAgain() {
        var problem = browser.get("/v1/topics");
        assertProblem(503, "service-unavailable", problem);
        assertEquals("5", header(problem, "Retry-After"));
        assertTrue(problem.body().contains("\"service\":\"council\""), problem.body());

        var page = browser.get("/council", "Accept", HTML);
        assertEquals(503, page.statusCode());
        assertTrue(page.body().contains("少し待ってから、もう一度試してください。"), page.body());
        assertProblem(503, "service-unavailable", browser.post("/v1/topics", "{}"));
    }

    @Test
    void whatDoesNotExistIsSaidToPeopleAndToPrograms() {
        assertProblem(404, "path-unknown", browser.get("/v1/users"));
        var page = browser.get("/nowhere", "Accept", HTML, "Cookie", "lang=en");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("There is nothing at this address."), page.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk;x",
                "/desk%2Fqueue",
                "/desk%5cqueue",
                "/consult/..%2fdesk",
                "/consult/../desk/queue",
                "//desk",
                "/desk%00",
                "/consult/%2e%2e/desk"
            })
    @Requirement({"R3.2", "R3.3", "R4.4"})
    void anAmbiguousPathIsRefused(String path) {
        String answer = browser.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertHeaders(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, chunked", "chunked, chunked", "identity", "xchunked"})
    void anUnusualEncodingOfTheBodyIsRefusedAndTheConnectionClosed(String encoding) {
        String answer = browser.raw(
                "POST /consult HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + encoding + "\r\n\r\n0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("connection: close"), answer);
    }

    /** 2000 at once, 6000 a minute: an empty budget is full after 20 seconds. */
    @Test
    void theAnnouncedLimitsAreTheOnesThatAreKept() {
        var answer = new Browser(site, "127.0.0.60").get("/v1/desks");
        assertEquals("\"everything\";q=2000;w=20", header(answer, "RateLimit-Policy"));
        assertEquals("\"everything\";r=1999;t=1", header(answer, "RateLimit"));
    }

    @Test
    void everyBusyAnswerSaysWhenToComeBack() {
        for (String path : List.of("/v1/topics", "/council", "/openapi/council.json", "/consult/busy", "/box/wait")) {
            var answer = browser.get(path);
            assertTrue(answer.statusCode() == 503 || answer.statusCode() == 429, path + answer.statusCode());
            assertTrue(Integer.parseInt(header(answer, "Retry-After")) > 0, path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "CONNECT", "PROPFIND", "BREW"})
    @Requirement({"R3.3", "R3.5", "R4.3"})
    void anotherMethodIsRefused(String method) {
        String answer = browser.raw(method + " /consult HTTP/1.1\r\nHost: x\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
        assertHeaders(answer);
    }

    @Test
    @Requirement("R3.4")
    void aFormFromAnotherSiteIsRefused() {
        assertProblem(403, "cross-site", browser.post("/v1/consultations", "{}", "Sec-Fetch-Site", "cross-site"));
        assertProblem(403, "cross-site", browser.post("/v1/consultations", "{}", "Origin", "null"));
        var page = browser.post("/consult", "", "Origin", "https://evil.example", "Accept", HTML);
        assertEquals(403, page.statusCode());
        assertTrue(page.body().contains("ほかのサイト"), page.body());
        assertEquals(200, browser.post("/consult", "", "Origin", browser.site()).statusCode());
    }

    @Test
    void apiCallsSayWhatIsLeft() {
        var answer = browser.get("/v1/desks");
        assertTrue(header(answer, "RateLimit-Policy").startsWith("\"everything\";q="));
        assertTrue(header(answer, "RateLimit").startsWith("\"everything\";r="));
    }

    /** The service reads both alike, so a guess of a code must not cost less with a slash behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/mailbox", "/v1/mailbox/"})
    @Requirement({"R6.3", "F9"})
    void aGuessIsCountedNarrowlyHoweverItsPathEnds(String path) {
        assertTrue(header(browser.get(path), "RateLimit-Policy").startsWith("\"writing\";q="));
    }

    @Test
    @Requirement({"R2.7", "R4.2", "P16", "F9"})
    void whoAsksTooOftenIsToldWhenToComeBack() {
        Browser another = new Browser(site, "127.0.0.2");
        HttpResponse<String> answer = another.get("/v1/mailbox", "X-Forwarded-For", "198.51.100.1");
        for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
            answer = another.get("/v1/mailbox", "X-Forwarded-For", "198.51.100." + i);
        }
        assertProblem(429, "too-many-requests", answer);
        assertTrue(Integer.parseInt(header(answer, "Retry-After")) > 0);
        assertEquals(200, another.get("/v1/desks").statusCode());
        assertEquals(200, browser.get("/v1/mailbox").statusCode());
    }

    private static void assertProblem(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
        assertFalse(answer.body().contains("Exception"), answer.body());
    }

    private static void assertHeaders(String raw) {
        String lower = raw.toLowerCase(java.util.Locale.ROOT);
        for (String header : SECURITY_HEADERS) {
            String name = "\r\n" + header.toLowerCase(java.util.Locale.ROOT) + ":";
            assertTrue(lower.contains(name), header + " is missing in " + raw);
            assertEquals(lower.indexOf(name), lower.lastIndexOf(name), header + " is there twice");
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
