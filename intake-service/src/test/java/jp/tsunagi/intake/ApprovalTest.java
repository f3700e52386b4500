package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.sealing.SignedStatements;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestMail;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hand-overs that nobody may do alone. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"F2", "R2.5", "R2.8"})
class ApprovalTest {

    private final Database database;
    private final Desks desks;
    private final SignedStatements statements;

    ApprovalTest(Database database, Desks desks, SignedStatements statements) {
        this.database = database;
        this.desks = desks;
        this.statements = statements;
    }

    @BeforeEach
    void theDirectoryIsKnown() {
        KnownDesks.announce(desks);
    }

    @Test
    void withoutConsentNothingLeavesBeforeAnotherAccountApproves() throws IOException {
        String id = IntakeClient.aFullConsultation().getString("id");

        String approval = waiting(inDanger(id, "1"));

        assertEquals("received", IntakeClient.aCase(id).getString("status"));
        assertEquals(0, outbox(id, "tsunagi.handover"));
        IntakeClient.decide("suzuki", id, "2", approval + "/approve")
                .then()
                .statusCode(202)
                .body("status", equalTo("sending"))
                .body("approvalId", equalTo(approval));

        JsonNode event = ContractEvents.sent("tsunagi.handover", id, 0);
        JsonNode said = statement(event);
        assertEquals("27-1-ii", said.at("/basis/kind").textValue());
        assertEquals("suzuki", said.at("/basis/approval/by").textValue());
        assertEquals("supervisor", said.at("/basis/approval/role").textValue());
        assertTrue(said.at("/basis/approval/at").isTextual());
        assertTrue(said.at("/basis/textVersion").isMissingNode());
        assertEquals("sato", said.get("requestedBy").textValue());
        assertEquals("sato", IntakeClient.aCase(id).getString("assignee"));
        assertFalse((event + " " + said).contains("canary"), "the reasons stay here");
        assertFalse(TestDatabase.dump().contains("canary"), "the reasons are sealed");
    }

    @Test
    void nobodyApprovesTheirOwnRequestWhateverTheirName() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String approval = waiting(inDanger(id, "1"));
        long rows = database.rows();

        IntakeClient.decide("sato", id, "2", approval + "/approve")
                .then()
                .statusCode(403)
                .body("code", equalTo("approver-is-requester"));
        IntakeClient.decide("SATO", id, "2", approval + "/decline")
                .then()
                .statusCode(403)
                .body("code", equalTo("approver-is-requester"));
        IntakeClient.sending(Map.of("reason", "x"))
                .auth()
                .oauth2(Tokens.staff("tanaka", "IHAHO", "counsellor"))
                .header("If-Match", "\"2\"")
                .post("/v1/consultations/" + id + "/approvals/" + approval + "/approve")
                .then()
                .statusCode(403)
                .body("code", equalTo("role-missing"));
        IntakeClient.sending(Map.of("reason", "x"))
                .auth()
                .oauth2(Tokens.machine("bot", "IHAHO", "supervisor"))
                .header("If-Match", "\"2\"")
                .post("/v1/consultations/" + id + "/approvals/" + approval + "/approve")
                .then()
                .statusCode(403)
                .body("code", equalTo("approver-is-machine"));
        IntakeClient.sending(Map.of("reason", "x"))
                .auth()
                .oauth2(Tokens.staff("kimura", "SIA", "supervisor"))
                .header("If-Match", "\"2\"")
                .post("/v1/consultations/" + id + "/approvals/" + approval + "/approve")
                .then()
                .statusCode(404);

        assertEquals(rows, database.rows());
    }

    @Test
    void aTypedNameIsNoLongerTaken() {
        Map<String, Object> basis = Map.of("kind", "27-1-ii", "reason", "命の危険", "approvedBy", "suzuki");

        IntakeClient.refer(IntakeClient.aFullConsultation().getString("id"), "1", with(basis))
                .then()
                .statusCode(400)
                .body("code", equalTo("field-unknown"));
    }

    @Test
    void aRequestIsDecidedOnceWithAReasonOnTheVersionSeen() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String approval = waiting(inDanger(id, "1"));
        inDanger(id, "2").then().statusCode(409).body("code", equalTo("approval-waits"));
        IntakeClient.decide("suzuki", id, "1", approval + "/approve").then().statusCode(412);
        IntakeClient.sending(Map.of("reason", " "))
                .auth()
                .oauth2(Tokens.staff("suzuki", "IHAHO", "supervisor"))
                .header("If-Match", "\"2\"")
                .post("/v1/consultations/" + id + "/approvals/" + approval + "/decline")
                .then()
                .statusCode(400)
                .body("code", equalTo("approval-reason-missing"));

        IntakeClient.decide("suzuki", id, "2", approval + "/decline")
                .then()
                .statusCode(202)
                .body("status", equalTo("declined"));
        IntakeClient.decide("suzuki", id, "3", approval + "/approve")
                .then()
                .statusCode(409)
                .body("code", equalTo("approval-decided"));

        assertEquals(0, outbox(id, "tsunagi.handover"));
        IntakeClient.counsellor()
                .get("/v1/consultations/" + id + "/approvals")
                .then()
                .statusCode(200)
                .body("items[0].decision.verdict", equalTo("declined"))
                .body("items[0].decision.by", equalTo("suzuki"))
                .body("items[0].handover.summary", containsString("30代"));
        IntakeClient.decide("suzuki", id, "3", UUID.randomUUID() + "/approve")
                .then()
                .statusCode(404)
                .body("code", equalTo("approval-not-found"));
    }

    @Test
    void anotherStepOnTheCaseDoesNotSpoilARequestButANewAnswerOfTheConsulterDoes() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        String approval = waiting(inDanger(id, "1"));
        IntakeClient.answer(id, "2", "連絡をとっています").then().statusCode(201);
        IntakeClient.consentAnswered(receipt, "SIA_HIBO", "no", "narrative", "urls", "contact");

        IntakeClient.decide("suzuki", id, "3", approval + "/approve")
                .then()
                .statusCode(409)
                .body("code", equalTo("approval-overtaken"));

        IntakeClient.decide("suzuki", id, "3", approval + "/decline").then().statusCode(202);
        String again = waiting(inDanger(id, "4"));
        IntakeClient.answer(id, "5", "もう一度").then().statusCode(201);
        IntakeClient.decide("suzuki", id, "6", again + "/approve").then().statusCode(202);
    }

    @Test
    void aNoIsOverriddenOnlyByTwoAndThePersonIsTold() throws IOException {
        String address = "no." + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        Map<String, Object> told = new HashMap<>(IntakeClient.aFullRequest("delete_by_other"));
        told.put("contact", address);
        JsonPath receipt = IntakeClient.received(told);
        String id = receipt.getString("id");
        IntakeClient.consentAnswered(receipt, "SIA_HIBO", "no", "narrative", "urls", "contact");
        // Asking again does not make the no go away.
        askAgain(id);

        String approval = waiting(IntakeClient.refer(id, "1", with(IntakeClient.consentToldNow())));
        assertEquals(
                0,
                IntakeClient.mailbox(receipt.getString("confirmationCode"))
                        .getList("messages")
                        .size());
        IntakeClient.decide("suzuki", id, "2", approval + "/approve").then().statusCode(202);

        JsonNode said = statement(ContractEvents.sent("tsunagi.handover", id, 0));
        assertEquals("consent", said.at("/basis/kind").textValue());
        assertEquals("counsellor", said.at("/basis/how").textValue());
        assertEquals("suzuki", said.at("/basis/approval/by").textValue());
        JsonPath box = IntakeClient.mailbox(receipt.getString("confirmationCode"));
        assertTrue(box.getString("messages[0].text").contains("伝えないでほしい"));
        assertTrue(box.getString("messages[0].text").contains("You answered before"));
        assertEquals("platform", box.getString("messages[0].from"));
        // Two questions, and that the no was overridden.
        await("mail")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> TestMail.to(address).size() == 3);
    }

    @Test
    void aNoSaidAfterTheToldYesStands() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        Map<String, Object> basis = IntakeClient.consentToldNow();
        IntakeClient.consentAnswered(receipt, "SIA_HIBO", "no", "narrative", "urls", "contact");

        IntakeClient.refer(receipt.getString("id"), "1", with(basis))
                .then()
                .statusCode(422)
                .body("code", equalTo("consent-refused"));
    }

    @Test
    void theCounsellorSeesThatItWaitsAndTheSupervisorHasAListAndTwoButtons() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        String approval = waiting(inDanger(id, "1"));
        String path = "/desk/case/" + id + "/approvals/" + approval;

        page("sato", "counsellor")
                .get("/desk/case/" + id)
                .then()
                .body(containsString("別の主任の承認を待っています(satoさん以外)"))
                .body(not(containsString(path)));
        page("sato", "supervisor").get("/desk/case/" + id).then().body(not(containsString(path)));
        page("sato", "counsellor").get("/desk/queue").then().body(not(containsString("承認を待つ取次")));
        page("suzuki", "supervisor")
                .get("/desk/queue")
                .then()
                .body(containsString("承認を待つ取次"))
                .body(containsString("/desk/case/" + id + "#approvals"));
        page("suzuki", "supervisor").get("/desk/case/" + id).then().body(containsString(path + "/approve"));
        given().auth()
                .oauth2(Tokens.staff("suzuki", "IHAHO", "supervisor"))
                .get("/v1/approvals")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + approval + "' }.consultation", equalTo(id));
        given().auth()
                .oauth2(Tokens.staff("kimura", "TOKYO", "supervisor"))
                .get("/v1/approvals")
                .then()
                .body("items", hasSize(0));
        IntakeClient.counsellor().get("/v1/approvals").then().statusCode(403);

        page("suzuki", "supervisor")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("version", "2")
                .formParam("reason-" + approval, "")
                .post(path + "/approve")
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#f-reason-" + approval + "\">判断の理由を書いてください"));
        page("sato", "counsellor")
                .formParam("version", "2")
                .formParam("reason-" + approval, "よい")
                .post(path + "/approve")
                .then()
                .statusCode(403);
        page("suzuki", "supervisor")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("version", "2")
                .formParam("reason-" + approval, "確かめた")
                .post(path + "/approve")
                .then()
                .statusCode(303);

        assertEquals("referred", IntakeClient.aCase(id).getString("status"));
        page("suzuki", "supervisor")
                .get("/desk/queue")
                .then()
                .body(not(containsString("/desk/case/" + id + "#approvals")));
    }

    private static Response inDanger(String id, String version) {
        return IntakeClient.refer(id, version, with(Map.of("kind", "27-1-ii", "reason", "canaryground 命の危険")));
    }

    private static String waiting(Response response) {
        return response.then()
                .statusCode(202)
                .body("status", equalTo("awaiting-approval"))
                .extract()
                .jsonPath()
                .getString("approvalId");
    }

    private static void askAgain(String id) {
        page("sato", "counsellor")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("targetDesk", "SIA_HIBO")
                .formParam("fields", List.of("narrative", "urls", "contact"))
                .post("/desk/case/" + id + "/consent")
                .then()
                .statusCode(303);
    }

    private static Map<String, Object> with(Map<String, Object> basis) {
        Map<String, Object> request =
                new LinkedHashMap<>(IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"));
        request.put("basis", basis);
        return request;
    }

    private JsonNode statement(JsonNode event) throws IOException {
        String subject = "referral/" + event.get("referralId").textValue();
        return new ObjectMapper()
                .readTree(statements.verify(
                        "handover+jwt", subject, event.get("statement").textValue()));
    }

    private static long outbox(String id, String topic) {
        return TestDatabase.count("select count(*) from outbox where aggregateid = ? and topic = ?", id, topic);
    }

    private static io.restassured.specification.RequestSpecification page(String who, String role) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .header("Accept-Language", "ja")
                .auth()
                .oauth2(Tokens.staff(who, "IHAHO", role));
    }
}
