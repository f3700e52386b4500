package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestMail;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Consent is a conversation: asked with what the desk requires, announced, answered, kept, asked again. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ConsentLoopTest {

    private final Desks desks;
    private final Database database;

    ConsentLoopTest(Desks desks, Database database) {
        this.desks = desks;
        this.database = database;
    }

    @BeforeEach
    void theDirectoryIsKnown() {
        KnownDesks.announce(desks);
    }

    @Test
    void noConsentIsAskedForThatTheDeskWouldRefuse() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String poor = IntakeClient.received("URLはわかりません").getString("id");
        long rows = database.rows();

        ask(id, "SIA_HIBO", "narrative", "urls")
                .then()
                .statusCode(422)
                .body(containsString("この窓口には「連絡先」が必要です"))
                .body(containsString("class=\"badge active\">窓口に必要"));
        ask(id, "IHC", "urls", "contact").then().statusCode(422).body(containsString("「連絡先」を受け取りません"));
        ask(poor, "IHC", "narrative", "urls").then().statusCode(422).body(containsString("相談者がまだ書いていません"));
        ask(id, "CLOSED", "narrative", "urls", "contact").then().statusCode(422).body(containsString("いま受け付けていません"));
        ask(id, "", "narrative").then().statusCode(422).body(containsString("窓口と、伝える内容を選んでください"));

        assertEquals(rows, database.rows());
    }

    @Test
    void whatTheDeskRequiresIsTickedWithThePersonsOwnWords() {
        String id = IntakeClient.aFullConsultation().getString("id");

        String page = staffPage()
                .get("/desk/case/" + id + "/consent?to=SIA_HIBO")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        for (String required : List.of("narrative", "urls", "contact")) {
            assertTrue(page.contains("value=\"" + required + "\" checked"), required);
        }
        assertFalse(page.contains("value=\"callName\" checked"));
        assertTrue(page.contains("haruka@example.com"));
    }

    @Test
    void aQuestionNamesEverythingAndTheMailSaysNothing() {
        String address = UUID.randomUUID() + "@example.com";
        JsonPath receipt = consultation(address);

        ask(receipt.getString("id"), "SIA_HIBO", "narrative", "urls", "contact")
                .then()
                .statusCode(303)
                .cookie("done", "consent");

        await("mail")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !TestMail.to(address).isEmpty());
        TestMail.Letter mail = TestMail.to(address).getFirst();
        assertEquals("お知らせがあります", mail.subject());
        for (String secret : List.of("はる香", "相談", "誹謗", "http", receipt.getString("receiptNumber"))) {
            assertFalse(mail.text().contains(secret), secret);
        }
        box(open(receipt))
                .body(allOf(
                        containsString("誹謗中傷ホットラインに伝えてもよいですか"),
                        containsString("目的:"),
                        containsString("掲示板に実名で悪口を書かれています"),
                        containsString("https://bbs.example.com/1"),
                        containsString(address),
                        containsString("この窓口に必要"),
                        containsString("説明文の版 2026-11"),
                        containsString("質問に答える: 誹謗中傷ホットライン")));
    }

    @Test
    @DisplayName(
            "UX-18: a yes that leaves out what the desk requires is told at once, to the person and to the counsellor")
    void aPartialYesIsToldAtOnce() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        ask(receipt.getString("id"), "SIA_HIBO", "narrative", "urls", "contact", "callName")
                .then()
                .statusCode(303);
        String session = open(receipt);

        Response answered = decide(session, question(receipt), "yes", "narrative", "urls");

        answered.then().statusCode(303).cookie("done", "lacking");
        page().cookie("box", session)
                .cookie("done", "lacking")
                .get("/box")
                .then()
                .body(containsString("いまは取り次げません"))
                .body(containsString("この窓口には「連絡先」も必要です"));
        casePage(receipt).body(containsString("窓口に必要な「連絡先」に同意がありません"));
        JsonPath box = IntakeClient.mailbox(receipt.getString("confirmationCode"));
        assertEquals(List.of("contact"), box.getList("conversations[0].lacking"));
        assertEquals(List.of("narrative", "urls"), box.getList("conversations[0].parts.findAll { it.agreed }.field"));
    }

    @Test
    @DisplayName("UX-27: a hand-over that is wider than the consent cannot be sent, and the page says why")
    void whatGoesBeyondTheConsentIsNotSent() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String path = "/desk/case/" + receipt.getString("id");
        ask(receipt.getString("id"), "SIA_HIBO", "narrative", "urls", "contact");
        decide(open(receipt), question(receipt), "yes", "narrative", "urls", "contact");

        handover(receipt, "narrative", "urls", "contact", "callName")
                .post(path + "/preview")
                .then()
                .statusCode(200)
                .body(containsString("<button disabled aria-describedby=\"refused\">"))
                .body(containsString("「呼び名」は相談者の同意がありません"));
        handover(receipt, "narrative", "urls", "contact", "callName")
                .post(path + "/refer")
                .then()
                .statusCode(422)
                .body(containsString("「呼び名」は相談者の同意がありません"));
        handover(receipt, "narrative", "urls", "contact")
                .post(path + "/preview")
                .then()
                .statusCode(200)
                .body(not(containsString("<button disabled")));
    }

    @Test
    @DisplayName("The sentence that was asked and read stays in the mailbox and the case when the texts have changed")
    void theSentenceThatWasReadStays() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        ask(receipt.getString("id"), "STORY", "narrative").then().statusCode(303);
        String session = open(receipt);
        box(session).body(containsString("ほかのことには使いません"));
        // As asked before the present text: the application itself can change no entry.
        TestDatabase.execute(
                "update consent set text_version = '2025-01', wordings = array['前の説明文です。', 'The text before.']"
                        + " where consultation_id = cast(? as uuid)",
                receipt.getString("id"));

        box(session).body(allOf(containsString("前の説明文です。"), not(containsString("ほかのことには使いません"))));
        page().cookie("box", session)
                .cookie("lang", "en")
                .formParam("answer", "yes")
                .formParam("fields", "narrative")
                .post("/box/consents/" + question(receipt))
                .then()
                .statusCode(303);

        box(session)
                .body(allOf(
                        containsString("<span lang=\"en\">The text before.</span>"),
                        containsString("説明文の版 2025-01"),
                        not(containsString("ほかのことには使いません"))));
        casePage(receipt)
                .body(allOf(
                        containsString("2025-01: <q lang=\"en\">The text before.</q>"),
                        not(containsString("ほかのことには"))));
    }

    @Test
    void aYesToNothingIsNoAnswer() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        ask(receipt.getString("id"), "STORY", "narrative").then().statusCode(303);

        decide(open(receipt), question(receipt), "yes")
                .then()
                .statusCode(422)
                .body(containsString("伝えてよいものを一つ以上えらんでください"));

        assertEquals(
                1,
                IntakeClient.mailbox(receipt.getString("confirmationCode"))
                        .getList("questions")
                        .size());
    }

    @Test
    void whatWasAskedAndSaidStaysInTheBoxAndOnTheCaseAndCanBeAskedAgain() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String code = receipt.getString("confirmationCode");
        ask(receipt.getString("id"), "STORY", "narrative").then().statusCode(303);
        String session = open(receipt);
        decide(session, question(receipt), "yes", "narrative").then().cookie("done", "answered");
        IntakeClient.withdraw(code, IntakeClient.mailbox(code).getString("consents[0].id"))
                .then()
                .statusCode(204);

        box(session)
                .body(allOf(
                        containsString("取り消しました"),
                        containsString("聞いた日時"),
                        containsString("答えた日時"),
                        containsString("取り消した日時"),
                        containsString("聞かれた内容を見る")));
        casePage(receipt)
                .body(allOf(
                        containsString("たずねた(sato)"),
                        containsString("相談ポストで答えた"),
                        containsString("相談者が取り消した"),
                        containsString("/consent?to=STORY")));

        ask(receipt.getString("id"), "STORY", "narrative").then().statusCode(303);
        String first = question(receipt);
        ask(receipt.getString("id"), "STORY", "narrative").then().statusCode(303);
        assertEquals(
                List.of("withdrawn", "replaced", "asked"),
                IntakeClient.mailbox(code).getList("conversations.state"));
        decide(session, first, "yes", "narrative").then().statusCode(409).body(containsString("新しい質問に変わりました"));
        decide(session, question(receipt), "no").then().cookie("done", "declined");
    }

    @Test
    void aClosedBoxSaysSoAndReopensByWritingOrAnswering() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        ask(id, "STORY", "narrative").then().statusCode(303);
        close(id, "1").then().statusCode(303);
        String session = open(receipt);
        box(session).body(allOf(containsString("この相談はおわっています"), containsString("action=\"/box/messages\"")));
        ask(id, "STORY", "narrative").then().statusCode(409);

        page().cookie("box", session)
                .formParam("key", UUID.randomUUID().toString())
                .formParam("text", "また書かれました")
                .post("/box/messages")
                .then()
                .statusCode(303)
                .cookie("done", "sent");

        assertEquals("in-progress", IntakeClient.aCase(id).getString("status"));
        page().cookie("box", session).get("/box?done=sent").then().body(not(containsString("送りました。")));
        page().cookie("box", session)
                .cookie("done", "sent")
                .get("/box")
                .then()
                .cookie("done", "")
                .body(allOf(
                        containsString("送りました。"),
                        containsString("あなたが書いたので、また始まりました"),
                        not(containsString("この相談はおわっています"))));
        String version = IntakeClient.aCase(id).getString("version");
        close(id, version).then().statusCode(303);
        decide(session, question(receipt), "yes", "narrative").then().statusCode(303);
        assertEquals("in-progress", IntakeClient.aCase(id).getString("status"), "a yes is not lost either");
    }

    @Test
    void theBoxShowsThePersonsOwnWordsAndWhatHappensNext() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String session = open(receipt);

        box(session)
                .body(allOf(
                        containsString("掲示板に実名で悪口を書かれています"),
                        containsString("相談員が読むのを待っています"),
                        containsString("いま、あなたがすることはありません"),
                        containsString("書きたす"),
                        containsString("相談ポストをとじる"),
                        not(containsString("ログアウト")),
                        not(containsString("haruka@example.com"))));
        IntakeClient.answer(receipt.getString("id"), "1", "通報のしかたです").then().statusCode(201);
        box(session).body(allOf(containsString("相談員が読みました"), containsString("返事がとどいています")));
    }

    @Test
    @DisplayName("UX-17: after the session has ended the page says what to do and shows what was not sent")
    void aSessionThatEndedSaysWhatToDo() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String ended = "x".repeat(43);

        page().cookie("box", ended)
                .get("/box")
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("Max-Age=0"))
                .body(containsString("時間がたったので閉じました"));
        page().cookie("box", ended)
                .formParam("text", "書きかけの文です")
                .post("/box/messages")
                .then()
                .statusCode(401)
                .body(allOf(containsString("書きかけの文です"), containsString("まだ送られていません")));
        page().get("/box").then().body(not(containsString("時間がたったので閉じました")));
        page().cookie("box", "left").get("/box").then().body(not(containsString("時間がたったので閉じました")));

        String session = open(receipt);
        box(session).body(allOf(containsString("data-idle=\"900\""), containsString("data-warning=\"120\"")));
        page().cookie("box", session)
                .formParam("idle", "yes")
                .post("/box/logout")
                .then()
                .statusCode(303)
                .header("Clear-Site-Data", nullValue());
        page().cookie("box", open(receipt))
                .post("/box/logout")
                .then()
                .statusCode(303)
                .header("Clear-Site-Data", equalTo("\"cache\", \"storage\""));

        String left = open(receipt);
        page().cookie("box", left).get("/box/quit").then().statusCode(303).header("Location", endsWith("/calendar"));
        box(left).body(not(containsString("data-idle")));
    }

    private static JsonPath consultation(String address) {
        var request = new HashMap<>(IntakeClient.aFullRequest("delete_by_other"));
        request.put("contact", address);
        return IntakeClient.received(Map.copyOf(request));
    }

    private static Response ask(String id, String desk, String... fields) {
        return staffPage()
                .formParam("key", UUID.randomUUID().toString())
                .formParam("targetDesk", desk)
                .formParam("fields", (Object[]) fields)
                .post("/desk/case/" + id + "/consent");
    }

    private static RequestSpecification handover(JsonPath receipt, String... fields) {
        return staffPage()
                .formParam("key", UUID.randomUUID().toString())
                .formParam(
                        "version", IntakeClient.aCase(receipt.getString("id")).getString("version"))
                .formParam("targetDesk", "SIA_HIBO")
                .formParam("fields", (Object[]) fields)
                .formParam("summary", "要約です")
                .formParam("kind", "record");
    }

    /** Also with a question that nobody has answered. */
    private static Response close(String id, String version) {
        return staffPage()
                .formParam("key", UUID.randomUUID().toString())
                .formParam("version", version)
                .formParam("confirmed", "yes")
                .post("/desk/case/" + id + "/close");
    }

    private static String open(JsonPath receipt) {
        return page().formParam("code", receipt.getString("confirmationCode"))
                .post("/box")
                .getCookie("box");
    }

    private static ValidatableResponse box(String session) {
        return page().cookie("box", session).get("/box").then().statusCode(200);
    }

    private static String question(JsonPath receipt) {
        return IntakeClient.mailbox(receipt.getString("confirmationCode")).getString("questions[0].id");
    }

    private static Response decide(String session, String question, String answer, String... fields) {
        return page().cookie("box", session)
                .formParam("answer", answer)
                .formParam("fields", (Object[]) fields)
                .post("/box/consents/" + question);
    }

    private static ValidatableResponse casePage(JsonPath receipt) {
        return staffPage().get("/desk/case/" + receipt.getString("id")).then().statusCode(200);
    }

    private static RequestSpecification staffPage() {
        return page().auth().oauth2(Tokens.staff("sato", "IHAHO", "counsellor"));
    }

    private static RequestSpecification page() {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .header("Accept-Language", "ja");
    }
}
