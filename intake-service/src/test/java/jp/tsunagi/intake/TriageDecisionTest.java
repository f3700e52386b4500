package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person accepts or corrects what triage suggests; the case goes by it, and the rules are judged by it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class TriageDecisionTest {

    // Made anew each time: a token lives for five minutes, and all tests together take longer.
    private static String counsellorToken() {
        return Tokens.staff("sato", "IHAHO", "counsellor");
    }

    private static String supervisorToken() {
        return Tokens.staff("suzuki", "IHAHO", "supervisor");
    }

    private static final String DANGER = "もう死にたいです";

    private final Desks desks;

    TriageDecisionTest(Desks desks) {
        this.desks = desks;
    }

    @BeforeEach
    void theDesksAreKnown() {
        KnownDesks.announce(desks);
    }

    @Test
    void anybodyRaisesTheUrgencyAndTheListGoesByIt() {
        String id = IntakeClient.received("悪口を書かれました").getString("id");
        assertEquals("normal", IntakeClient.line(id, "sato").get("urgency"));

        decide(counsellorToken(), id, "1", "urgency", "high")
                .then()
                .statusCode(201)
                .body("question", equalTo("urgency"))
                .body("codes", equalTo(List.of("high")))
                .body("version", equalTo(2));

        Map<String, Object> line = IntakeClient.line(id, "sato");
        assertEquals("high", line.get("urgency"));
        assertEquals(List.of(), line.get("urgencyReasons"));
        JsonPath file = IntakeClient.aCase(id);
        assertEquals("high", file.getString("urgency"));
        assertEquals("normal", file.getString("assessment.urgency"));
        assertEquals(List.of("normal"), file.getList("triageDecisions[0].suggested"));
        assertEquals(List.of("high"), file.getList("triageDecisions[0].decided"));
        assertEquals("sato", file.getString("triageDecisions[0].by"));
        page(id).body(containsString("見立ての答えを決めました"));
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit where action = 'consultation.decide' and object = ?",
                        "consultation/" + id));
        assertEquals(1, announced(id));
    }

    @Test
    void onlyASupervisorLowersItAndSaysWhy() {
        String id = IntakeClient.received(DANGER).getString("id");

        decide(counsellorToken(), id, "1", "urgency", "normal")
                .then()
                .statusCode(403)
                .body("code", equalTo("urgency-lowered-by-supervisor"));
        decide(supervisorToken(), id, "1", "urgency", "normal")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        assertEquals("emergency", IntakeClient.aCase(id).getString("urgency"));

        sending(
                        supervisorToken(),
                        id,
                        "1",
                        Map.of("question", "urgency", "codes", List.of("normal"), "reason", "歌詞でした"))
                .then()
                .statusCode(201);

        JsonPath file = IntakeClient.aCase(id);
        assertEquals("normal", file.getString("urgency"));
        assertEquals("歌詞でした", file.getString("triageDecisions[0].reason"));
        assertEquals(
                0,
                TestDatabase.count(
                        "select count(*) from triage_decision where encode(reason, 'escape') like '%歌%' and consultation_id::text = ?",
                        id));
    }

    @Test
    void newWordsOfDangerUndoALoweringAndThanksDoNot() {
        JsonPath receipt = IntakeClient.received(Map.of("text", "助けて", "danger", "yes"));
        String id = receipt.getString("id");
        sending(
                        supervisorToken(),
                        id,
                        "1",
                        Map.of("question", "urgency", "codes", List.of("normal"), "reason", "電話で無事を確かめた"))
                .then()
                .statusCode(201);

        IntakeClient.write(receipt, "ありがとうございました。").then().statusCode(201);
        assertEquals("normal", IntakeClient.aCase(id).getString("urgency"));

        IntakeClient.write(receipt, DANGER).then().statusCode(201);
        assertEquals("emergency", IntakeClient.aCase(id).getString("urgency"));
        assertEquals("emergency", IntakeClient.line(id, "sato").get("urgency"));
        assertFalse(((List<?>) IntakeClient.line(id, "sato").get("urgencyReasons")).isEmpty());
        page(id).body(containsString("書かれた言葉から、緊急度が上がりました")).body(not(containsString("電話で無事を確かめた")));
    }

    @Test
    void whatIsCorrectedIsEvidenceAgainstTheRulesAndWhatIsAcceptedForThem() {
        String wrong = IntakeClient.received(DANGER).getString("id");
        String right = IntakeClient.received(DANGER).getString("id");
        long confirmed = evidence("wish-to-die", "confirmed");
        long corrected = evidence("wish-to-die", "corrected");

        decide(counsellorToken(), right, "1", "urgency", "emergency").then().statusCode(201);
        sending(
                        supervisorToken(),
                        wrong,
                        "1",
                        Map.of("question", "urgency", "codes", List.of("low"), "reason", "歌詞でした"))
                .then()
                .statusCode(201);

        assertEquals(confirmed + 1, evidence("wish-to-die", "confirmed"));
        assertEquals(corrected + 1, evidence("wish-to-die", "corrected"));
        as(counsellorToken())
                .get("/v1/consultations/rules/wish-to-die/corrections")
                .then()
                .statusCode(200)
                .body("items.consultationId", allOf(hasItem(wrong), not(hasItem(right))))
                .body("items.decided", everyItem(not(equalTo(List.of("emergency")))));
        as(counsellorToken())
                .accept("text/html")
                .get("/desk/rules/wish-to-die/corrections")
                .then()
                .statusCode(200)
                .body(containsString("/desk/case/" + wrong));
        as(Tokens.staff("elsewhere", "TOKYO", "counsellor"))
                .get("/v1/consultations/rules/wish-to-die/corrections")
                .then()
                .body("items.consultationId", not(hasItem(wrong)));
        as(counsellorToken())
                .get("/v1/consultations/rules/no-such-rule/corrections")
                .then()
                .statusCode(404)
                .body("code", equalTo("rule-not-found"));
    }

    @Test
    void kindsAndTheWishAreCorrectedOnThePage() {
        String id = IntakeClient.received("悪口を書かれました").getString("id");

        form(
                        counsellorToken(),
                        id,
                        Map.of("version", "1", "question", "categories", "codes", List.of("privacy", "defamation")))
                .then()
                .statusCode(303)
                .cookie("done", "decide");
        form(counsellorToken(), id, Map.of("version", "2", "question", "wish", "codes", List.of("listen")))
                .then()
                .statusCode(303);

        JsonPath file = IntakeClient.aCase(id);
        assertEquals(List.of("categories", "wish"), file.getList("triageDecisions.question"));
        assertEquals(List.of("privacy", "defamation"), sorted(file, 0));
        page(id).body(containsString("決めた人: sato"));
    }

    @Test
    void aRefusedLoweringComesBackWithWhatWasTyped() {
        String id = IntakeClient.received(DANGER).getString("id");

        form(
                        supervisorToken(),
                        id,
                        Map.of("version", "1", "question", "urgency", "codes", List.of("normal"), "urgencyReason", ""))
                .then()
                .statusCode(422)
                .body(containsString("緊急度を下げる理由を書いてください"));
        form(
                        supervisorToken(),
                        id,
                        Map.of("version", "1", "question", "urgency", "codes", "", "urgencyReason", "歌詞でした"))
                .then()
                .statusCode(422)
                .body(containsString("歌詞でした"));
        page(id).body(not(containsString("name=\"urgencyReason\""))).body(containsString("監督者だけ"));
        page(supervisorToken(), id).body(containsString("name=\"urgencyReason\""));
    }

    @Test
    void aDeskThatIsRuledOutIsNotSuggestedAnyMore() {
        String id = IntakeClient.received(DANGER).getString("id");
        String first = suggested(id).getFirst();

        decide(counsellorToken(), id, "1", "not-desk", first).then().statusCode(201);

        assertFalse(suggested(id).contains(first));
        page(id).body(containsString("ここではないと決めた窓口"));
        JsonPath file = IntakeClient.aCase(id);
        assertEquals(
                file.getList("assessment.desks.find { it.value == '" + first + "' }.reasons.rule"),
                file.getList("triageDecisions[0].correctedRules"));
        decide(counsellorToken(), id, "2", "desk", first).then().statusCode(201);
        assertEquals(first, suggested(id).getFirst());
    }

    /** The desks of which the page lets one say that the case does not belong there. */
    private static List<String> suggested(String id) {
        return Pattern.compile("name=\"codes\" value=\"([A-Z0-9_]+)\" aria-label=\"ここではない")
                .matcher(page(id).extract().asString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aHandOverDecidesTheDeskAndGoesWithTheUrgencyThatWasDecided() {
        String id = IntakeClient.aFullConsultation().getString("id");
        decide(counsellorToken(), id, "1", "urgency", "emergency").then().statusCode(201);

        IntakeClient.refer(id, "2", IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"))
                .then()
                .statusCode(202);

        JsonPath file = IntakeClient.aCase(id);
        assertEquals(List.of("urgency", "desk"), file.getList("triageDecisions.question"));
        assertEquals(List.of("SIA_HIBO"), file.getList("triageDecisions[1].decided"));
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from outbox where topic = 'tsunagi.handover' and payload::text like '%' || ? || '%'"
                                + " and payload::text like '%emergency%'",
                        id));
    }

    @Test
    void wordsThatMakeItHighRaiseACaseThatNobodyDecided() {
        JsonPath receipt = IntakeClient.received("悪口を書かれました。消してほしいです。");
        String id = receipt.getString("id");
        assertEquals("normal", IntakeClient.line(id, "sato").get("urgency"));

        IntakeClient.write(receipt, "きのう ぎんこうから さぎのひとに 30まんえん おくりました").then().statusCode(201);

        assertEquals("high", IntakeClient.line(id, "sato").get("urgency"));
        assertEquals("high", IntakeClient.aCase(id).getString("assessment.urgency"));
    }

    @Test
    void whatAColleagueDecidesLeavesThePersonsMessageUnread() {
        JsonPath receipt = IntakeClient.received("悪口を書かれました");
        String id = receipt.getString("id");
        IntakeClient.answer(id, "1", "通報のしかたです").then().statusCode(201);
        IntakeClient.write(receipt, "まだ消えません").then().statusCode(201);

        decide(Tokens.staff("mori", "IHAHO", "counsellor"), id, "3", "categories", "defamation")
                .then()
                .statusCode(201);

        assertEquals(true, IntakeClient.line(id, "sato").get("news"));
        assertEquals(1, TestDatabase.count("select count(*) from consultation where unseen and id::text = ?", id));
    }

    @Test
    void theCaseIsAboutWhatWasDecidedAndWhatThePersonToldStays() {
        String id = IntakeClient.received(Map.of(
                        "text",
                        "なりすましです",
                        "categories",
                        List.of("defamation"),
                        "wish",
                        "delete_self",
                        "urls",
                        List.of("https://bbs.example.net/1"),
                        "contact",
                        "a@example.jp"))
                .getString("id");

        decide(counsellorToken(), id, "1", "categories", "impersonation").then().statusCode(201);
        decide(counsellorToken(), id, "2", "wish", "delete_by_other").then().statusCode(201);
        decide(counsellorToken(), id, "3", "wish", "delete_by_other").then().statusCode(201);

        Map<String, Object> line = IntakeClient.line(id, "sato");
        assertEquals(List.of("impersonation"), line.get("categories"));
        assertEquals("delete_by_other", line.get("wish"));
        JsonPath file = IntakeClient.aCase(id);
        assertEquals(List.of("defamation"), file.getList("categories"));
        assertEquals("delete_self", file.getString("wish"));
        ContractEvents.assertLikeTheExample("jp.tsunagi.consultation.classification-changed.v1", id, 2);
        assertEquals(
                2,
                TestDatabase.count(
                        "select count(*) from outbox where type = 'jp.tsunagi.consultation.classification-changed.v1'"
                                + " and aggregateid = ?",
                        id));

        IntakeClient.refer(id, "4", IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"))
                .then()
                .statusCode(202);
        String sent = ContractEvents.sent("tsunagi.handover", id, 0).toString();
        assertTrue(sent.contains("impersonation") && !sent.contains("defamation"), sent);
    }

    @Test
    void aMachineLowersNothing() {
        String id = IntakeClient.received(DANGER).getString("id");

        sending(
                        Tokens.machine("a-machine", "IHAHO", "supervisor"),
                        id,
                        "1",
                        Map.of("question", "urgency", "codes", List.of("normal"), "reason", "自動"))
                .then()
                .statusCode(403);
    }

    @Test
    void ofDesksWhatWasDecidedLastOfEachCounts() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String rule =
                IntakeClient.aCase(id).getString("assessment.desks.find { it.value == 'SIA_HIBO' }.reasons[0].rule");
        int corrected = evidence(rule, "corrected");

        decide(counsellorToken(), id, "1", "not-desk", "SIA_HIBO").then().statusCode(201);
        decide(counsellorToken(), id, "2", "not-desk", "IHC").then().statusCode(201);

        assertEquals(corrected + 1, evidence(rule, "corrected"));
    }

    @Test
    void whatWasDecidedLastOfAQuestionCounts() {
        String id = IntakeClient.received(DANGER).getString("id");
        int confirmed = evidence("wish-to-die", "confirmed");
        int corrected = evidence("wish-to-die", "corrected");

        decide(counsellorToken(), id, "1", "urgency", "emergency").then().statusCode(201);
        decide(counsellorToken(), id, "2", "urgency", "emergency").then().statusCode(201);
        assertEquals(confirmed + 1, evidence("wish-to-die", "confirmed"));
        sending(supervisorToken(), id, "3", Map.of("question", "urgency", "codes", List.of("low"), "reason", "歌詞でした"))
                .then()
                .statusCode(201);

        assertEquals(confirmed, evidence("wish-to-die", "confirmed"));
        assertEquals(corrected + 1, evidence("wish-to-die", "corrected"));
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red, 400, value-unknown",
        "'', high, 400, value-unknown",
        "urgency, soon, 400, value-unknown",
        "urgency, '', 400, not-blank",
        "wish, everything, 400, value-unknown",
        "categories, nonsense, 400, value-unknown",
        "not-desk, NO_SUCH_DESK, 422, desk-unknown",
    })
    void whatIsNoAnswerIsRefused(String question, String code, int status, String problem) {
        String id = IntakeClient.received("悪口を書かれました").getString("id");

        decide(counsellorToken(), id, "1", question, code)
                .then()
                .statusCode(status)
                .body("errors[0].code", equalTo(problem));

        assertEquals(List.of(), IntakeClient.aCase(id).getList("triageDecisions"));
    }

    @Test
    void nobodyDecidesTwoAnswersAtOnceNorOnAnOldVersionNorAboutAnotherAgencysCase() {
        String id = IntakeClient.received("悪口を書かれました").getString("id");

        sending(counsellorToken(), id, "1", Map.of("question", "urgency", "codes", List.of("high", "emergency")))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("value-malformed"));
        IntakeClient.take(id, "1").then().statusCode(303);
        decide(counsellorToken(), id, "1", "urgency", "high").then().statusCode(412);
        decide(Tokens.staff("elsewhere", "TOKYO", "supervisor"), id, "2", "urgency", "high")
                .then()
                .statusCode(404);
        IntakeClient.close(id, "2").then().statusCode(303);
        decide(counsellorToken(), id, "3", "urgency", "high")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    private static List<String> sorted(JsonPath file, int decision) {
        return file.getList("triageDecisions[" + decision + "].decided", String.class).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static long announced(String id) {
        return TestDatabase.count(
                "select count(*) from outbox where type = 'jp.tsunagi.consultation.urgency-changed.v1' and aggregateid = ?",
                id);
    }

    private static int evidence(String rule, String side) {
        return as(counsellorToken())
                .get("/v1/consultations/rules")
                .jsonPath()
                .getInt("rules.find { it.id == '" + rule + "' }." + side);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static Response decide(String token, String id, String version, String question, String code) {
        return sending(token, id, version, Map.of("question", question, "codes", List.of(code)));
    }

    private static Response sending(String token, String id, String version, Object body) {
        return IntakeClient.sending(body)
                .auth()
                .oauth2(token)
                .header("If-Match", "\"" + version + "\"")
                .post("/v1/consultations/" + id + "/triage-decisions");
    }

    private static Response form(String token, String id, Map<String, ?> fields) {
        return IntakeClient.send(as(token), id, "triage", fields);
    }

    private static ValidatableResponse page(String id) {
        return page(counsellorToken(), id);
    }

    private static ValidatableResponse page(String token, String id) {
        return IntakeClient.page(as(token), id);
    }
}
