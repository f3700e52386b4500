package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.intake.IntakeClient.aCase;
import static jp.tsunagi.intake.IntakeClient.counsellor;
import static jp.tsunagi.intake.IntakeClient.received;
import static jp.tsunagi.intake.IntakeClient.sending;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The places that a case is about: what was asked about each, what came of it, and which other case is about the same. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class TargetTest {

    private final Desks desks;

    TargetTest(Desks desks) {
        this.desks = desks;
    }

    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);

    private static JsonPath aCaseAbout(String text, String... categories) {
        return received(Map.of("text", text, "categories", List.of(categories)));
    }

    private static ValidatableResponse targets(String id) {
        return counsellor().get("/v1/consultations/" + id + "/targets").then().statusCode(200);
    }

    private static String firstTarget(String id) {
        return targets(id).extract().path("items[0].id");
    }

    private static ValidatableResponse postJson(String path, Object body) {
        return sending(body)
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .post(path)
                .then();
    }

    private static ValidatableResponse ask(String id, String target, Map<String, ?> body) {
        return postJson("/v1/consultations/" + id + "/targets/" + target + "/requests", body);
    }

    private static ValidatableResponse came(String id, String target, String request, Map<String, ?> body) {
        return postJson("/v1/consultations/" + id + "/targets/" + target + "/requests/" + request + "/answers", body);
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static RequestSpecification inJapanese() {
        return counsellor().accept("text/html").header("Accept-Language", "ja");
    }

    @Test
    void eachPlaceIsARecordOfItsOwnAsTypedAndAsPassedOn() {
        String id = aCaseAbout("ｈｔｔｐｓ：／／bbs.example.com/1?utm_source=line と、https://t.co/AbC。")
                .getString("id");

        targets(id)
                .body("items.url", equalTo(List.of("https://bbs.example.com/1", "https://t.co/AbC")))
                .body("items[0].typed", equalTo("ｈｔｔｐｓ：／／bbs.example.com/1?utm_source=line"))
                .body("items.shortened", equalTo(List.of(false, true)))
                .body("items[0].namedBy", equalTo(""))
                .body("items[0].forms", equalTo(List.of("terms-report", "removal", "disclosure")))
                .body("items[0].requests", empty());
        assertEquals(
                List.of("https://bbs.example.com/1", "https://t.co/AbC"),
                aCase(id).getList("urls"));
        IntakeClient.page(counsellor(), id).body(containsString("短縮されたURLなので"));
    }

    @Test
    void placesNamedLaterBelongToTheCaseAndToWhatIsHandedOver() {
        JsonPath receipt = aCaseAbout("https://bbs.example.com/first");
        String id = receipt.getString("id");

        IntakeClient.write(receipt, "ここにもありました https://youtu.be/dQw4w9WgXcQ?si=AbC と https://bbs.example.com/first")
                .then()
                .statusCode(201);
        postJson(
                        "/v1/consultations/" + id + "/targets",
                        Map.of("urls", List.of("電話で聞いた bbs.example.com/third\nhttps://bbs.example.com/first")))
                .statusCode(201);

        targets(id)
                .body(
                        "items.url",
                        equalTo(List.of(
                                "https://bbs.example.com/first",
                                "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                                "https://bbs.example.com/third")))
                .body("items.namedBy", equalTo(List.of("", "", "sato")));
        assertEquals(3, aCase(id).getList("urls").size());
        assertEquals(
                List.of("https://bbs.example.com/first"),
                IntakeClient.mailbox(receipt.getString("confirmationCode")).getList("told.urls"));
    }

    @Test
    void aYesDoesNotGrowWithWhatIsNamedLater() {
        KnownDesks.announce(desks);
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        IntakeClient.consentAnswered(receipt, "SIA_HIBO", "yes", "narrative", "urls", "contact");
        postJson("/v1/consultations/" + id + "/targets", Map.of("urls", List.of("https://bbs.example.com/later")))
                .statusCode(201);

        JsonPath box = IntakeClient.mailbox(receipt.getString("confirmationCode"));
        assertEquals(
                List.of("https://bbs.example.com/1"),
                box.getList("conversations[0].parts.find { it.field == 'urls' }.values"));
        assertEquals(List.of(false, true), box.getList("targets.namedByCounsellor"));
        IntakeClient.send(
                        counsellor(),
                        id,
                        "preview",
                        Map.of(
                                "targetDesk",
                                "SIA_HIBO",
                                "fields",
                                List.of("narrative", "urls", "contact"),
                                "summary",
                                "要約",
                                "kind",
                                "consent"))
                .then()
                .body(containsString("https://bbs.example.com/1"), not(containsString("bbs.example.com/later")));
    }

    @Test
    void whatCanBeNoPlaceIsRefusedAndStaysOnThePage() {
        String id = aCaseAbout("悪口").getString("id");

        postJson("/v1/consultations/" + id + "/targets", Map.of("urls", List.of("友だちに聞いた")))
                .statusCode(400)
                .body("code", equalTo("url-format"));
        IntakeClient.send(counsellor(), id, "targets", Map.of("urls", "友だちに聞いた <b>"))
                .then()
                .statusCode(422)
                .body(allOf(containsString("友だちに聞いた &lt;b&gt;"), containsString("「https://」からはじまるURL")));
    }

    @Test
    void twoHundredPlacesAreKeptAndOneMoreIsRefused() {
        String id = aCaseAbout("https://bbs.example.com/0").getString("id");
        List<String> many = IntStream.range(1, 200)
                .mapToObj(number -> "https://bbs.example.com/" + number)
                .toList();

        postJson("/v1/consultations/" + id + "/targets", Map.of("urls", many)).statusCode(201);
        postJson("/v1/consultations/" + id + "/targets", Map.of("urls", List.of("https://bbs.example.com/200")))
                .statusCode(409)
                .body("code", equalTo("too-many-targets"));

        targets(id).body("items", hasSize(200)).body("items[199].url", equalTo("https://bbs.example.com/199"));
        IntakeClient.page(counsellor(), id).body(containsString("200 件"), not(containsString("bbs.example.com/150")));
        inJapanese()
                .get("/desk/case/" + id + "/targets")
                .then()
                .statusCode(200)
                .body(containsString("bbs.example.com/150"));
    }

    @Test
    void aRequestStartsItsPeriodAndTheLastAnswerCounts() {
        String id =
                aCaseAbout("https://bbs.example.com/" + unique(), "defamation").getString("id");
        String target = firstTarget(id);

        String request = ask(id, target, Map.of("form", "removal", "askedOn", "2026-11-20"))
                .statusCode(201)
                .extract()
                .path("requestId");
        targets(id)
                .body("items[0].requests[0].askedOn", equalTo("2026-11-20"))
                .body("items[0].requests[0].deadlines.period", equalTo(List.of("D1")))
                .body("items[0].requests[0].deadlines[0].lastDay", equalTo("2026-11-27"))
                .body("items[0].requests[0].deadlines[0].article", equalTo("3(2)(ii)"))
                .body("items[0].requests[0].recordedBy", equalTo("sato"));

        came(id, target, request, Map.of("result", "extended")).statusCode(201);
        targets(id).body("items[0].requests[0].status", equalTo("extended"));
        came(id, target, request, Map.of("result", "refused", "reason", " "))
                .statusCode(400)
                .body("code", equalTo("refusal-reason-missing"));
        came(id, target, request, Map.of("result", "refused", "reason", "公共の利害に関する"))
                .statusCode(201);
        came(id, target, request, Map.of("result", "disclosed"))
                .statusCode(400)
                .body("code", equalTo("answer-not-of-form"));

        targets(id)
                .body("items[0].requests[0].status", equalTo("answered"))
                .body("items[0].requests[0].answers.result", equalTo(List.of("extended", "refused")))
                .body("items[0].requests[0].answers[1].reason", equalTo("公共の利害に関する"));
        inJapanese()
                .get("/desk/case/" + id + "/targets/" + target)
                .then()
                .statusCode(200)
                .body(containsString("公共の利害に関する"));
        IntakeClient.page(counsellor(), id).body(containsString("に申し出たと記録しました: 送信防止措置依頼"));
    }

    @Test
    void aDayThatNobodyHasToKeepIsNoSilence() {
        String id = aCaseAbout("https://bbs.example.com/" + unique(), "ncii").getString("id");
        String target = firstTarget(id);

        ask(
                        id,
                        target,
                        Map.of(
                                "form",
                                "sexual-image-removal",
                                "askedOn",
                                TODAY.minusDays(2).toString()))
                .statusCode(201);
        targets(id).body("items[0].requests[0].status", equalTo("waiting"));
        ask(
                        id,
                        target,
                        Map.of(
                                "form",
                                "sexual-image-removal",
                                "askedOn",
                                TODAY.minusDays(3).toString()))
                .statusCode(201);
        targets(id)
                .body("items[0].requests[0].status", equalTo("waiting"))
                .body("items[0].requests[0].deadlines.period", equalTo(List.of("D3", "D1")))
                .body("items[0].requests[0].deadlines.ground", equalTo(List.of("practice", "practice")));
        IntakeClient.page(counsellor(), id).body(containsString("回答待ち"));
    }

    @Test
    void aReportByTheTermsHasNoDayOfTheLaw() {
        String id = aCaseAbout("https://bbs.example.com/" + unique()).getString("id");
        ask(id, firstTarget(id), Map.of("form", "terms-report")).statusCode(201);

        targets(id)
                .body("items[0].requests[0].askedOn", equalTo(TODAY.toString()))
                .body("items[0].requests[0].deadlines", empty())
                .body("items[0].requests[0].status", equalTo("waiting"));
    }

    @Test
    void aDayThatCannotBeIsRefused() {
        String id = aCaseAbout("https://bbs.example.com/" + unique()).getString("id");
        String target = firstTarget(id);

        ask(id, target, Map.of("form", "removal", "askedOn", TODAY.plusDays(1).toString()))
                .statusCode(400)
                .body("code", equalTo("day-in-future"));
        ask(id, target, Map.of("form", "removal", "askedOn", "1989-12-31"))
                .statusCode(400)
                .body("code", equalTo("day-too-early"));
        ask(id, target, Map.of("form", "removal", "askedOn", "2026-02-30"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/askedOn"));
        ask(id, target, Map.of("form", "letter")).statusCode(400).body("errors[0].pointer", equalTo("/form"));
        String request = ask(id, target, Map.of("form", "removal", "askedOn", "2026-11-20"))
                .statusCode(201)
                .extract()
                .path("requestId");
        came(id, target, request, Map.of("result", "removed", "answeredOn", "2026-11-19"))
                .statusCode(400)
                .body("code", equalTo("day-too-early"));
        IntakeClient.send(
                        counsellor(),
                        id,
                        "targets/" + target + "/requests",
                        Map.of("form", "removal", "askedOn", "11月20日"))
                .then()
                .statusCode(422)
                .body(allOf(containsString("11月20日"), containsString("形を確かめてください")));
    }

    @Test
    void aRequestOfAnotherPlaceOrCaseIsNotFound() {
        String id = aCaseAbout("https://bbs.example.com/a https://bbs.example.com/b")
                .getString("id");
        String other = aCaseAbout("https://bbs.example.com/" + unique()).getString("id");
        List<String> both = targets(id).extract().path("items.id");
        String request = ask(id, both.get(0), Map.of("form", "removal"))
                .statusCode(201)
                .extract()
                .path("requestId");

        ask(other, both.get(0), Map.of("form", "removal")).statusCode(404).body("code", equalTo("target-not-found"));
        came(id, both.get(1), request, Map.of("result", "removed")).statusCode(404);
        came(other, firstTarget(other), request, Map.of("result", "removed")).statusCode(404);
        given().auth()
                .oauth2(Tokens.staff("tanaka", "SIA", "counsellor"))
                .get("/v1/consultations/" + id + "/targets")
                .then()
                .statusCode(404);
    }

    @Test
    void anotherCaseAboutTheSamePostIsRelatedHoweverItWasShared() {
        String post = "https://x.com/someone/status/" + unique();
        String first = aCaseAbout("見てください " + post + "?s=20").getString("id");
        JsonPath second = aCaseAbout("https://mobile.twitter.com" + post.substring("https://x.com".length()));
        aCaseAbout("https://x.com/someone/status/" + unique());

        targets(first)
                .body("related", hasSize(1))
                .body("related[0].url", equalTo(post))
                .body("related[0].consultations.receiptNumber", equalTo(List.of(second.getString("receiptNumber"))));
        inJapanese()
                .get("/desk/case/" + first + "/targets/" + firstTarget(first))
                .then()
                .body(containsString(second.getString("receiptNumber")));
        JsonPath respondent = received(Map.of("text", "開示請求を受けました " + post, "consulter", Map.of("type", "respondent")));
        targets(first)
                .body("related[0].consultations.receiptNumber", not(hasItem(respondent.getString("receiptNumber"))));
        targets(respondent.getString("id")).body("related", empty());
    }

    @Test
    void theConsulterNotesARequestAndItsAnswerInTheMailbox() {
        JsonPath receipt = aCaseAbout("https://bbs.example.com/" + unique(), "privacy");
        String id = receipt.getString("id");
        String code = receipt.getString("confirmationCode");
        String target = IntakeClient.mailbox(code).getString("targets[0].id");

        String request = sending(Map.of("form", "removal", "askedOn", "2026-11-20"))
                .header("Confirmation-Code", code)
                .post("/v1/mailbox/targets/" + target + "/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        JsonPath box = IntakeClient.mailbox(code);
        assertEquals("2026-11-27", box.getString("targets[0].requests[0].dueOn"));
        assertEquals(false, box.getBoolean("targets[0].requests[0].mustAnswer"));
        assertNull(box.getString("targets[0].provider"));
        assertEquals("received", aCase(id).getString("status"));

        sending(Map.of("result", "refused", "reason", "規約に違反しない"))
                .header("Confirmation-Code", code)
                .post("/v1/mailbox/targets/" + target + "/requests/" + request + "/answers")
                .then()
                .statusCode(204);
        targets(id)
                .body("items[0].requests[0].recordedBy", equalTo(""))
                .body("items[0].requests[0].answers[0].reason", equalTo("規約に違反しない"));
        sending(Map.of("form", "removal"))
                .header("Confirmation-Code", aCaseAbout("別の相談").getString("confirmationCode"))
                .post("/v1/mailbox/targets/" + target + "/requests")
                .then()
                .statusCode(404);
    }

    @Test
    void theSameWithoutScriptsAndWhatWasTypedStaysAfterAMistake() {
        JsonPath receipt = aCaseAbout("https://bbs.example.com/" + unique());
        String session = mailboxForm()
                .formParam("code", receipt.getString("confirmationCode"))
                .post("/box")
                .getCookie("box");
        String target = firstTarget(receipt.getString("id"));
        String page = "/box/targets/" + target;

        mailboxForm()
                .cookie("box", session)
                .get("/box")
                .then()
                .body(containsString("href=\"" + page + "\""), not(containsString("href=\"https://bbs.example.com")));
        mailboxForm()
                .cookie("box", session)
                .formParam("key", UUID.randomUUID().toString())
                .formParam("askedOn", "きのう")
                .post(page + "/requests")
                .then()
                .statusCode(422)
                .body(containsString("きのう"), containsString("href=\"#f-askedOn\""));
        mailboxForm()
                .cookie("box", session)
                .formParam("key", UUID.randomUUID().toString())
                .formParam("form", "removal")
                .formParam("askedOn", "2026-11-20")
                .post(page + "/requests")
                .then()
                .statusCode(303);
        mailboxForm()
                .cookie("box", session)
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("2026年11月20日"), containsString("めやすの日をすぎました"));
        mailboxForm()
                .formParam("key", UUID.randomUUID().toString())
                .formParam("result", "refused")
                .formParam("reason", "ここまで書いた")
                .post(page + "/answers")
                .then()
                .statusCode(401)
                .body(containsString("ここまで書いた"));
    }

    private static RequestSpecification mailboxForm() {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .header("Accept-Language", "ja")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
