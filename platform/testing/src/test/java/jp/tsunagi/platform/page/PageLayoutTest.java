package jp.tsunagi.platform.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class PageLayoutTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String HOSTILE = "\"'><script>alert(1)</script>";

    @Test
    @Requirement("R1.2")
    void noTagLetsTextBecomeMarkup() {
        given().formParam("text", HOSTILE)
                .post("/desk/sample")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")))
                .body(not(containsString("\"'>")))
                .body(containsString("&lt;script&gt;"))
                .body(containsString("<title>エラー: "));
    }

    @Test
    void theShellSpeaksTheChosenLanguage() {
        given().formParam("text", "x")
                .post("/desk/sample")
                .then()
                .body(containsString("<html lang=\"ja\">"))
                .body(containsString("相談一覧"))
                .body(containsString("2026年11月24日(火) 15:02"));
        given().cookie("lang", "en")
                .formParam("text", "x")
                .post("/desk/sample")
                .then()
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("Consultations"))
                .body(containsString("Tue 24 Nov 2026, 15:02 JST"))
                .body(containsString("/lang?to=ja&amp;back=%2Fdesk%2Fsample"));
    }

    @Test
    void whatWasDoneIsSaidOnceAndHasTheFocus() {
        String page = given().formParam("text", "Sent.").post("/desk/sample").asString();

        assertTrue(page.contains("role=\"status\" tabindex=\"-1\" autofocus>Sent.</p>"), page);
        assertEquals(page.indexOf("autofocus"), page.lastIndexOf("autofocus"), "nothing done, nothing said");
    }

    @Test
    void aBrowserGetsAProblemAsAPage() {
        given().header("Accept", BROWSER)
                .get("/desk/sample/refused")
                .then()
                .statusCode(409)
                .contentType(startsWith("text/html"))
                .body(containsString("&lt;b&gt;受理済み&lt;/b&gt;です。"))
                .body(containsString("<nav class=\"menu\""));
    }

    @Test
    void aSystemGetsAProblemAsJson() {
        for (String accept : new String[] {"*/*", "application/json", "application/json, text/html;q=0.5"}) {
            given().header("Accept", accept)
                    .get("/desk/sample/refused")
                    .then()
                    .statusCode(409)
                    .contentType(startsWith("application/problem+json"))
                    .body("code", equalTo("taken"));
        }
    }

    @Test
    void anUnknownAddressIsAPageToo() {
        given().header("Accept", BROWSER)
                .get("/desk/nowhere")
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"));
    }

    @Test
    void aClosedPageSaysHowToSignIn() {
        given().header("Accept", BROWSER)
                .get("/desk/sample/closed")
                .then()
                .statusCode(401)
                .body(containsString("/auth/login?to=%2Fdesk%2Fsample%2Fclosed"));
    }

    @Test
    void aBadTokenIsToldOnAPage() {
        given().header("Accept", BROWSER)
                .header("Authorization", "Bearer not-a-token")
                .get("/desk/sample/closed")
                .then()
                .statusCode(401)
                .contentType(startsWith("text/html"));
    }

    @Test
    void thePersonSignedInIsNamed() {
        given().header("Authorization", "Bearer " + Tokens.staff("sato", "IHAHO", "counsellor"))
                .formParam("text", "x")
                .post("/desk/sample")
                .then()
                .statusCode(200)
                .body(containsString("sato"))
                .body(containsString("/auth/logout"));
    }
}
