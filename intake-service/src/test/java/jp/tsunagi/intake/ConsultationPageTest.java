package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ConsultationPageTest {

    private final Database database;

    ConsultationPageTest(Database database) {
        this.database = database;
    }

    @Test
    @Requirement("R3.8")
    void theFormShowsTheCodeBeforeSendingAndAReloadIsOneConsultation() {
        String key =
                field(page().get("/consult").then().statusCode(200).extract().asString(), "key");
        String check = page().formParam("key", key)
                .formParam("text", "相談\r\nです <b>\"&")
                .formParam("urls", "https://a.example.com/1")
                .formParam("categories", "defamation", "bullying")
                .post("/consult/check")
                .then()
                .statusCode(200)
                .body(containsString("&lt;b&gt;"))
                .extract()
                .asString();
        String code = code(check);
        long before = database.count("consultation");

        for (int i = 0; i < 2; i++) {
            page().formParam("key", key)
                    .formParam("text", "相談\r\nです <b>\"&")
                    .formParam("urls", "https://a.example.com/1")
                    .formParam("categories", "defamation", "bullying")
                    .post("/consult/receipt")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("no-store"))
                    .body(containsString(shown(code)));
        }

        assertEquals(before + 1, database.count("consultation"));
        given().header("Confirmation-Code", code).get("/v1/mailbox").then().statusCode(200);
    }

    @Test
    @Requirement("R1.2")
    void aFormWithMistakesKeepsEverythingThatWasTyped() {
        long rows = database.rows();

        page().formParam("text", " ")
                .formParam("urls", "どこか")
                .formParam("callName", "<i>はる\"香")
                .formParam("prefecture", "県".repeat(101))
                .formParam("wish", "safety")
                .post("/consult/check")
                .then()
                .statusCode(422)
                .body(containsString("エラー:"))
                .body(containsString("何が起きたかを書いてください"))
                .body(containsString("href=\"#f-text\""))
                .body(not(containsString("href=\"#f-prefecture\"")))
                .body(containsString("どこか"))
                .body(containsString("&lt;i&gt;はる&quot;香"))
                .body(containsString("name=\"wish\" value=\"safety\""));

        assertEquals(rows, database.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{7*7}", "{form}", "{#if true}yes{/if}", "{cdi:desks}", "${7*7}", "#{7*7}"})
    @Requirement("R1.3")
    void whatLooksLikeAnExpressionStaysText(String typed) {
        JsonPath receipt =
                IntakeClient.received(Map.of("text", "text " + typed + ".", "consulter", Map.of("callName", typed)));

        IntakeClient.counsellor()
                .accept("text/html")
                .get("/desk/case/" + receipt.getString("id"))
                .then()
                .statusCode(200)
                .body(containsString("text " + typed + "."));
        page().formParam("text", "")
                .formParam("callName", "name " + typed + ".")
                .post("/consult/check")
                .then()
                .statusCode(422)
                .body(containsString("name " + typed + "."));
    }

    @Test
    void anAnswerThatTheFormDoesNotOfferIsRefused() {
        page().formParam("text", "相談")
                .formParam("categories", "defamation", "gossip")
                .post("/consult/check")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#f-categories\""));
    }

    @Test
    @DisplayName("UX-06: the code stays the same through change, mistakes, languages and repeats")
    void theCodeOfAFormNeverChanges() {
        String key = field(page().get("/consult").asString(), "key");
        String code =
                code(step(key, "check", "相談です").then().statusCode(200).extract().asString());

        String changed = page().formParam("key", key)
                .formParam("text", "相談です")
                .post("/consult")
                .asString();
        assertEquals(key, field(changed, "key"));
        String mistaken =
                step(key, "check", " ").then().statusCode(422).extract().asString();
        assertEquals(key, field(mistaken, "key"));
        assertEquals(code, code(step(key, "check", "ちがう相談です").asString()));
        assertEquals(
                code,
                code(page().cookie("lang", "en")
                        .formParam("key", key)
                        .formParam("text", "相談です")
                        .post("/consult/check")
                        .asString()));

        String receipt =
                step(key, "receipt", "ちがう相談です").then().statusCode(200).extract().asString();
        assertEquals(code, code(receipt));
        page().cookie("lang", "en")
                .formParam("key", key)
                .formParam("proof", field(receipt, "proof"))
                .post("/consult/receipt")
                .then()
                .statusCode(200)
                .body(containsString(shown(code)))
                .body(containsString("<html lang=\"en\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "receipt"})
    void whatCameInIsNotSentAgainWithOtherWords(String step) {
        String key = field(page().get("/consult").asString(), "key");
        step(key, "receipt", "はじめの文").then().statusCode(200);
        long rows = database.rows();

        step(key, step, "あとの文")
                .then()
                .statusCode(409)
                .body(containsString("この相談はもう届いています"))
                .body(containsString("あとの文"));

        assertEquals(rows, database.rows());
    }

    /** Keys posted at random would otherwise be guesses at codes, past the limit on guessing. */
    @ParameterizedTest
    @ValueSource(strings = {"", "forged"})
    @Requirement({"R6.1", "F9"})
    void aReceiptIsNotShownAgainForItsKeyAlone(String proof) {
        String key = field(page().get("/consult").asString(), "key");
        step(key, "receipt", "相談です").then().statusCode(200);

        page().formParam("key", key)
                .formParam("proof", proof)
                .post("/consult/receipt")
                .then()
                .statusCode(422)
                .body(containsString("何が起きたかを書いてください"))
                .body(not(containsString("受付票")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1111222233334444", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    @Requirement("R6.1")
    void onlyWeDrawCodes(String key) {
        String check = page().formParam("key", key)
                .formParam("code", "1111222233334444")
                .formParam("text", "相談")
                .post("/consult/check")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertNotEquals("1111222233334444", code(check));
        assertNotEquals(key, field(check, "key"));
    }

    private static Response step(String key, String step, String text) {
        return page().formParam("key", key).formParam("text", text).post("/consult/" + step);
    }

    /** The digits on a check page or a receipt. */
    private static String code(String html) {
        Matcher digits = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}").matcher(html);
        assertTrue(digits.find(), html);
        return digits.group().replace(" ", "");
    }

    private static String shown(String code) {
        return code.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    @Test
    @Requirement("R3.8")
    void leavingGoesToANeutralPageAndClearsTheBrowser() {
        page().get("/box/quit")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/calendar"))
                .header("Clear-Site-Data", containsString("storage"))
                .header("Clear-Site-Data", not(containsString("cookies")));
        page().get("/calendar")
                .then()
                .statusCode(200)
                .body(containsString("<td>28</td>"))
                .body(not(containsString("つなぎ")))
                .body(not(containsString("相談")));
        page().get("/consult/check").then().statusCode(303);
        page().get("/consult/safety").then().statusCode(200);
        page().cookie("lang", "en").get("/consult").then().statusCode(200).body(containsString("What happened?"));
    }

    @Test
    void afterLeavingAFormThatTheBrowserSendsAgainShowsNothing() {
        List<String> marks = page().get("/box/quit").getHeaders().getValues("Set-Cookie");
        assertTrue(marks.stream().anyMatch(mark -> mark.contains("box=left") && mark.contains("Path=/consult")));
        assertTrue(marks.stream().anyMatch(mark -> mark.contains("box=left") && mark.contains("Path=/box")));
        long rows = database.rows();

        for (String again : List.of("/consult", "/consult/check", "/consult/receipt", "/box", "/box/messages")) {
            page().cookie("box", "left")
                    .formParam("key", UUID.randomUUID().toString())
                    .formParam("text", "見られたくない文")
                    .post(again)
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/calendar"))
                    .body(not(containsString("見られたくない文")));
        }
        assertEquals(rows, database.rows());

        List<String> anew =
                page().cookie("box", "left").get("/consult").getHeaders().getValues("Set-Cookie");
        assertEquals(2, anew.stream().filter(gone -> gone.contains("Max-Age=0")).count(), anew.toString());
    }

    @Test
    void browsersAreAskedToKeepNoFieldOfAConsulter() {
        String form = page().get("/consult").asString()
                + page().formParam("go", "place").post("/consult").asString()
                + page().formParam("go", "answer").post("/consult").asString()
                + page().get("/box").asString();
        Matcher fields = Pattern.compile("<(form (?:id=\"entry\" )?method=\"post\"|textarea|select|input"
                        + " (?!type=\"(?:hidden|radio|checkbox)\"))[^>]*>")
                .matcher(form);
        int seen = 0;
        while (fields.find()) {
            seen++;
            assertTrue(fields.group().contains("autocomplete=\"off\""), fields.group());
        }
        assertTrue(seen > 8, seen + " fields");
    }

    @Test
    void theCasePageShowsWhatTurnsTextRoundAndWhereAUrlReallyLeads() {
        String id = IntakeClient.received(Map.of(
                        "text",
                        "よめる\u202Eeslaf\u202C文",
                        "urls",
                        List.of("https://www.google.com:pw@evil.example.com/x")))
                .getString("id");

        desk("sato", "counsellor")
                .get("/desk/case/" + id)
                .then()
                .statusCode(200)
                .body(not(containsString("\u202E")))
                .body(containsString("⟨U+202E⟩"))
                .body(containsString("実際の接続先"))
                .body(containsString("<bdi>evil.example.com</bdi>"));
    }

    @Test
    void whoLooksAtTheQueueIsInTheAudit() {
        long pages = audited("hasegawa", "consultation.list");
        desk("hasegawa", "counsellor").get("/desk/queue").then().statusCode(200);
        api("hasegawa").get("/v1/consultations").then().statusCode(200);
        assertEquals(pages + 2, audited("hasegawa", "consultation.list"));

        desk("hasegawa", "supervisor").get("/desk/queue").then().statusCode(200);
        assertEquals(1, audited("hasegawa", "approval.list"));

        String id = IntakeClient.received("読まれる").getString("id");
        api("hasegawa").get("/v1/consultations/" + id + "/approvals").then().statusCode(200);
        desk("hasegawa", "counsellor").get("/desk/case/" + id).then().statusCode(200);
        assertEquals(2, audited("hasegawa", "consultation.read"));

        desk("hasegawa", "counsellor")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("version", "9")
                .post("/desk/case/" + id + "/take")
                .then()
                .statusCode(412);
        assertEquals(
                1, TestDatabase.count("select count(*) from audit where actor = 'hasegawa' and result = 'refused'"));
    }

    private static RequestSpecification api(String who) {
        return given().auth().oauth2(Tokens.staff(who, "IHAHO", "counsellor"));
    }

    private static long audited(String who, String action) {
        return TestDatabase.count(
                "select count(*) from audit where actor = ? and action = ? and result = 'done'", who, action);
    }

    @Test
    @Requirement("R1.2")
    void theQueueAndTheCaseAreForCounsellorsOfTheAgency() {
        JsonPath receipt = IntakeClient.received("<script>alert(1)</script> https://evil.example.com/x");
        String path = "/desk/case/" + receipt.getString("id");

        page().get("/desk/queue").then().statusCode(401);
        desk("ito", "secretariat").get("/desk/queue").then().statusCode(403);
        page().auth()
                .oauth2(Tokens.staff("kimura", "SIA", "counsellor"))
                .get(path)
                .then()
                .statusCode(404);
        desk("sato", "counsellor")
                .get("/desk/queue?urgency=normal&status=received")
                .then()
                .statusCode(200)
                .body(containsString("相談一覧"));
        desk("sato", "counsellor")
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body(containsString(receipt.getString("receiptNumber")))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("href=\"https://evil")));
        desk("yamada", "legal-adviser").get(path).then().statusCode(200).body(not(containsString("/answer")));
    }

    @Test
    void aCounsellorTakesAnswersAndClosesAndTheLoserKeepsTheText() {
        String id = IntakeClient.received("窓口の画面").getString("id");
        String path = "/desk/case/" + id;

        form("1").post(path + "/take").then().statusCode(303);
        form("1")
                .formParam("text", "書いた回答")
                .post(path + "/answer")
                .then()
                .statusCode(412)
                .body(containsString("入力しているあいだに変わりました"))
                .body(containsString("書いた回答"));
        form("2").formParam("text", "回答です").post(path + "/answer").then().statusCode(303);
        form("2").formParam("text", " ").post(path + "/answer").then().statusCode(422);
        form("3").post(path + "/close").then().statusCode(303);

        assertEquals("closed", IntakeClient.aCase(id).getString("status"));
        form("4")
                .formParam("text", "もう一度")
                .post(path + "/answer")
                .then()
                .statusCode(409)
                .body(containsString("今その操作ができない"));
    }

    @Test
    void whatWasDoneIsSaidOnceAndByNoLink() {
        String id = IntakeClient.received("担当する").getString("id");
        String path = "/desk/case/" + id;
        String said = "あなたが担当になりました。";
        desk("sato", "counsellor").get(path + "?done=take").then().body(not(containsString(said)));

        var taken = form("1").post(path + "/take");

        taken.then().statusCode(303).header("Location", endsWith(path + "#done"));
        var cookie = taken.getDetailedCookie("done");
        assertEquals(path, cookie.getPath());
        assertTrue(cookie.isHttpOnly());
        assertEquals("Strict", cookie.getSameSite());
        var gone = desk("sato", "counsellor")
                .cookie("done", cookie.getValue())
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("id=\"done\" role=\"status\" tabindex=\"-1\" autofocus>" + said))
                .extract()
                .detailedCookie("done");
        assertEquals(0, gone.getMaxAge());
        assertEquals(path, gone.getPath());
        desk("sato", "counsellor").cookie("done", "<b>").get(path).then().body(not(containsString("class=\"flash\"")));
        form("1").post(path + "/take").then().statusCode(412).header("Set-Cookie", nullValue());
    }

    @Test
    void aHandoverShowsWhatTheDeskWouldSeeAndKeepsARefusedForm() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String path = "/desk/case/" + id;
        long rows = database.rows();

        handover()
                .post(path + "/preview")
                .then()
                .statusCode(200)
                .body(containsString("掲示板に実名で"))
                .body(containsString("name=\"kind\" value=\"told\""))
                .body(containsString("<button disabled aria-describedby=\"refused\">"))
                .body(containsString("この窓口は登録されていません"))
                .body(not(containsString("haruka@example.com")));
        handover()
                .post(path + "/refer")
                .then()
                .statusCode(422)
                .body(containsString("この窓口は登録されていません"))
                .body(containsString("要約です"))
                .body(not(containsString("入力しているあいだに変わりました")));

        assertEquals(rows, database.rows());
    }

    private static RequestSpecification handover() {
        return form("1")
                .formParam("targetDesk", "NOWHERE")
                .formParam("fields", "narrative", "urls")
                .formParam("summary", "要約です")
                .formParam("kind", "told")
                .formParam("givenAt", "2026-11-20T15:00");
    }

    private static RequestSpecification form(String version) {
        return desk("sato", "counsellor")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("version", version);
    }

    private static RequestSpecification desk(String who, String role) {
        return page().auth().oauth2(Tokens.staff(who, "IHAHO", role));
    }

    private static RequestSpecification page() {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .header("Accept-Language", "ja");
    }

    private static String field(String html, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(html);
        assertTrue(matcher.find(), name);
        return matcher.group(1);
    }
}
