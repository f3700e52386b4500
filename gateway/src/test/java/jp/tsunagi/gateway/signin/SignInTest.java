package jp.tsunagi.gateway.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tsunagi.gateway.Browser;
import jp.tsunagi.gateway.GatewayTestResource;
import jp.tsunagi.testing.Requirement;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayTestResource.class)
@Requirement({"F10", "R6.9"})
class SignInTest {

    @TestHTTPResource
    URI site;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/queue?filter=new", "/partner", "/desk", "/partner/referrals/1"})
    @Requirement("R10.1")
    void aPersonComesBackToThePageTheyWanted(String page) {
        var arrived = browser.walk(page);

        assertEquals(200, arrived.statusCode(), arrived.body());
        assertTrue(arrived.body().contains("GET " + page + "\n"), arrived.body());
        assertTrue(arrived.body().contains("authorization: Bearer ey"), arrived.body());
        assertFalse(arrived.body().contains("q_session"), arrived.body());
    }

    @Test
    @Requirement({"R3.1", "R7.1", "R10.2"})
    void noTokenReachesTheBrowser() {
        browser.walk("/desk/queue");

        HttpCookie session = session();
        assertEquals(43, session.getValue().length(), "32 random bytes and nothing else");
        assertTrue(session.isHttpOnly());
        assertTrue(session.getSecure());
        assertFalse(browser.cookies().contains("eyJ"), browser.cookies());
    }

    @Test
    void thePagesOwnCallsCarryThePersonsToken() {
        browser.walk("/desk/queue");
        String told =
                browser.post("/v1/referrals", "{}", "Origin", browser.site()).body();
        assertTrue(told.contains("authorization: Bearer ey"), told);
    }

    @Test
    void aCounsellorConsultsAsNobody() {
        browser.walk("/desk/queue");
        String told = browser.get("/consult").body();
        assertFalse(told.contains("authorization"), told);
    }

    @Test
    void anOwnTokenIsPassedOnUntouched() {
        browser.walk("/desk/queue");
        String told =
                browser.get("/v1/referrals", "Authorization", "Bearer mine").body();
        assertTrue(told.contains("authorization: Bearer mine\n"), told);
    }

    @Test
    void aProgramIsToldInsteadOfSentAway() {
        var answer = browser.get("/desk/queue", "Accept", "application/json");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("\"code\":\"sign-in-needed\""), answer.body());
    }

    @Test
    @DisplayName("UX-25: a form that is sent after the session has ended comes back whole and can be sent again")
    void whoSendsAFormTooLateGetsItBack() {
        String typed = "text=" + encoded("\"><script>alert(1)</script>\r\ntwo lines") + "&field=a&field=b&key=k1";

        var answer = send("/desk/case/1?box=%22%3E", typed);

        assertEquals(401, answer.statusCode());
        String page = answer.body();
        assertTrue(page.contains("別のタブでサインイン"), page);
        assertTrue(page.contains("action=\"/desk/case/1?box=%22%3E\""), page);
        assertTrue(
                page.contains("name=\"text\" value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\r\ntwo lines\""),
                page);
        assertTrue(page.contains("name=\"field\" value=\"a\""), page);
        assertTrue(page.contains("name=\"field\" value=\"b\""), page);
        assertTrue(page.contains("name=\"key\" value=\"k1\""), page);
        assertFalse(page.contains("<script>alert"), page);
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());

        var beside = browser.walk("/auth/login?to=%2Fsigned-in");
        assertTrue(beside.body().contains("もう一度送る"), beside.body());
        String told = send("/desk/case/1", typed).body();
        assertTrue(told.contains("authorization: Bearer ey"), told);
        assertTrue(told.contains("body: " + typed.length()), told);
    }

    @Test
    void aFormOfAnotherSiteIsNotShown() {
        var answer =
                browser.post("/desk/case/1", "text=planted", "Accept", "text/html", "Origin", "https://evil.example");

        assertEquals(403, answer.statusCode());
        assertFalse(answer.body().contains("planted"), answer.body());
    }

    @Test
    void whatIsNoFormComesBackAsARefusal() {
        var answer = send("/desk/case/1", "text=%E3%8");

        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("別のタブでサインイン"), answer.body());
        assertEquals(413, send("/desk/case/1", "text=" + "x".repeat(300_000)).statusCode());
    }

    private HttpResponse<String> send(String path, String form) {
        return browser.post(path, form, "Accept", "text/html", "Origin", browser.site());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void anAreaWithoutAServiceNeedsASessionToo() {
        assertEquals(302, browser.get("/admin", "Accept", "text/html").statusCode());
        assertEquals(404, browser.walk("/admin").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/%5Cevil.example", "javascript:alert(1)"})
    @Requirement("R10.1")
    void signInLeadsNowhereElse(String to) {
        var arrived = browser.walk(
                "/auth/login?to=" + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(200, arrived.statusCode());
        assertEquals("/", arrived.uri().getPath());
        assertEquals(URI.create(browser.site()).getPort(), arrived.uri().getPort());
    }

    @Test
    @Requirement("R7.2")
    void everySignInHasANewNumber() {
        browser.walk("/desk/queue");
        String first = session().getValue();
        browser.get("/auth/logout");
        browser.walk("/desk/queue");
        assertNotEquals(first, session().getValue());
    }

    @Test
    @Requirement("R7.3")
    void afterSignOutTheOldCookieIsWorthless() {
        browser.walk("/desk/queue");
        String old = session().getValue();
        int told = Integer.getInteger("tsunagi.test.logouts");

        var answer = browser.get("/auth/logout");

        assertEquals(303, answer.statusCode());
        assertEquals("/", answer.headers().firstValue("Location").orElseThrow());
        assertFalse(browser.cookies().contains("q_session"), browser.cookies());
        Awaitility.await().until(() -> Integer.getInteger("tsunagi.test.logouts") == told + 1);
        var replayed = new Browser(site).get("/desk/queue", "Cookie", "__Host-q_session=" + old);
        assertEquals(401, replayed.statusCode());
    }

    @Test
    void whoIsNotSignedInMaySignOut() {
        assertEquals(303, browser.get("/auth/logout").statusCode());
    }

    @Test
    @Requirement("R7.2")
    void aSessionOfAnEarlierGatewayLeadsThroughKeycloakAgain() {
        HttpCookie stale = new HttpCookie("__Host-q_session", "from-before-the-restart");
        stale.setPath("/");
        stale.setDomain("127.0.0.1");
        stale.setVersion(0);
        browser.jar().getCookieStore().add(URI.create(browser.site()), stale);

        assertEquals(200, browser.get("/").statusCode());
        assertEquals(200, browser.walk("/desk/queue").statusCode());
        assertNotEquals("from-before-the-restart", session().getValue());
    }

    @Test
    @Requirement("R10.3")
    void aTokenAboutToExpireIsExchangedWithoutAnyoneNoticing() {
        System.setProperty("tsunagi.test.life", "5");
        try {
            browser.walk("/desk/queue");
            String number = session().getValue();
            System.setProperty("tsunagi.test.life", "300");

            String told = browser.get("/desk/queue", "Accept", "text/html").body();

            assertTrue(claimsOf(told).contains("\"edition\":\"refreshed\""), told);
            assertEquals(number, session().getValue());
        } finally {
            System.setProperty("tsunagi.test.life", "300");
        }
    }

    @Test
    @Requirement({"R7.2", "F14"})
    void whoSignsInDoesNotKeepASessionThatSomebodyPlanted() {
        Browser attacker = new Browser(site);
        attacker.walk("/desk/queue");
        String planted = sessionOf(attacker).getValue();
        plant(planted);

        browser.walk("/auth/login?to=%2Fdesk%2Fqueue");

        assertNotEquals(planted, session().getValue());
        assertEquals(
                401,
                new Browser(site)
                        .get("/desk", "Cookie", "__Host-q_session=" + planted)
                        .statusCode());
    }

    @Test
    @Requirement({"R7.2", "F14"})
    void aSessionPlantedWhileThePersonIsAtKeycloakIsReplacedToo() {
        Browser attacker = new Browser(site);
        attacker.walk("/desk/queue");
        String planted = sessionOf(attacker).getValue();
        String back = wayBack();
        plant(planted);

        browser.get(back);

        assertNotEquals(planted, session().getValue());
    }

    /** A disabled account, an ended session at Keycloak: the old token still works when the answer is no. */
    @Test
    void aRefusedRefreshEndsTheSession() throws InterruptedException {
        System.setProperty("tsunagi.test.life", "1");
        System.setProperty("tsunagi.test.revoked", "true");
        try {
            browser.walk("/desk/queue");
            String number = session().getValue();
            // The gateway grants a token ten seconds for clocks that differ.
            Thread.sleep(11_500);

            assertEquals(
                    401,
                    browser.get("/desk/queue", "Accept", "application/json").statusCode());
            System.clearProperty("tsunagi.test.revoked");
            var again = new Browser(site).get("/desk/queue", "Cookie", "__Host-q_session=" + number);
            assertEquals(401, again.statusCode(), "the session is gone, not only the token");
        } finally {
            System.setProperty("tsunagi.test.life", "300");
            System.clearProperty("tsunagi.test.revoked");
        }
    }

    /** Signs in at Keycloak, and returns the address that it leads the browser to. */
    private String wayBack() {
        var step = browser.get("/auth/login?to=%2Fdesk%2Fqueue");
        for (int i = 0; i < 3 && !location(step).contains("/auth/callback"); i++) {
            step = browser.get(location(step));
        }
        return location(step);
    }

    /** As another host of the domain can set it, or somebody on an unencrypted way. */
    @Test
    @Requirement({"R3.1", "R7.2"})
    void aSessionUnderANameThatIsNotBoundToTheHostIsNone() {
        browser.walk("/desk/queue");
        String mine = session().getValue();
        String bound = "__Host-q_session=" + mine;
        String planted = "q_session=" + mine;

        assertEquals(200, new Browser(site).get("/desk", "Cookie", bound).statusCode());
        assertEquals(401, new Browser(site).get("/desk", "Cookie", planted).statusCode());
        assertEquals(
                200,
                new Browser(site)
                        .get("/desk", "Cookie", planted + "x; " + bound)
                        .statusCode());
    }

    /** The state of a sign-in is bound, too, and every cookie of it is gone when it is over. */
    @Test
    @Requirement("R3.1")
    void everyCookieOfASignInIsBoundToTheHost() {
        String back = wayBack();
        assertTrue(names().stream().allMatch(name -> name.startsWith("__Host-q_auth")), () -> names() + "");

        browser.walk(back);
        assertEquals(List.of("__Host-q_session"), names());

        browser.get("/auth/logout");
        assertEquals(List.of(), names());
    }

    private List<String> names() {
        return browser.jar().getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .filter(name -> name.contains("q_"))
                .toList();
    }

    private void plant(String id) {
        HttpCookie cookie = new HttpCookie("__Host-q_session", id);
        cookie.setPath("/");
        cookie.setDomain("127.0.0.1");
        cookie.setVersion(0);
        browser.jar().getCookieStore().add(URI.create(browser.site()), cookie);
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** What is asked goes from server to server: nobody at the browser reads or changes it. */
    @Test
    @Requirement("R10.1")
    void theBrowserCarriesNothingOfTheRequestToKeycloak() {
        var away = browser.get(location(browser.get("/auth/login?to=%2Fdesk%2Fqueue")));

        assertTrue(
                location(away).matches("http://[^?]+/auth\\?client_id=gateway&request_uri=urn[^&=]+"), location(away));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&iss=https%3A%2F%2Fevil.example", "$0&iss=https%3A%2F%2Fevil.example", "$0%2F"})
    @Requirement("R10.1")
    void anAnswerThatIsNotKeycloaksSignsNobodyIn(String instead) {
        var answer = browser.get(wayBack().replaceFirst("&iss=[^&]+", instead));

        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("sign-in-incomplete"), answer.body());
        assertFalse(browser.cookies().contains("q_session"), browser.cookies());
    }

    @Test
    @Requirement("R10.1")
    void aForgedReturnFromKeycloakSignsNobodyIn() {
        var answer = browser.get("/auth/callback?code=stolen&state=made-up", "Accept", "text/html");
        assertTrue(answer.statusCode() == 302 || answer.statusCode() == 401, "" + answer.statusCode());
        assertTrue(browser.jar().getCookieStore().getCookies().stream()
                .noneMatch(c -> c.getName().equals("__Host-q_session")));
    }

    private static String claimsOf(String told) {
        String token = told.split("authorization: Bearer ")[1].split("\n")[0];
        return new String(
                java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private HttpCookie session() {
        return sessionOf(browser);
    }

    private static HttpCookie sessionOf(Browser someone) {
        return someone.jar().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("__Host-q_session"))
                .findFirst()
                .orElseThrow();
    }
}
