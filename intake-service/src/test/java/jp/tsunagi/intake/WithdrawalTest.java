package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.sealing.SignedStatements;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A yes can be taken back in the mailbox. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"F2", "R2.8"})
class WithdrawalTest {

    private final Database database;
    private final Desks desks;
    private final SignedStatements statements;

    WithdrawalTest(Database database, Desks desks, SignedStatements statements) {
        this.database = database;
        this.desks = desks;
        this.statements = statements;
    }

    @BeforeEach
    void theDirectoryIsKnown() {
        KnownDesks.announce(desks);
    }

    @Test
    void aYesIsTakenBackWhileTheHandoverIsInFlightAndEveryHolderIsTold() throws IOException {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        String code = receipt.getString("confirmationCode");
        IntakeClient.consentAnswered(receipt, "SIA_HIBO", "yes", "narrative", "urls", "contact");
        IntakeClient.refer(id, "1", onRecord()).then().statusCode(202);
        JsonPath box = IntakeClient.mailbox(code);
        assertEquals("SIA_HIBO", box.getString("consents[0].desk"));
        String consent = box.getString("consents[0].id");

        IntakeClient.withdraw(code, consent).then().statusCode(204);

        JsonNode event =
                ContractEvents.assertLikeTheExample("jp.tsunagi.consultation.consent-withdrawn.v1", id, 1, "statement");
        JsonNode said = new ObjectMapper()
                .readTree(statements.verify(
                        "consent-withdrawal+jwt",
                        "consultation/" + id,
                        event.get("statement").textValue()));
        assertEquals(consent, said.get("consentId").textValue());
        assertEquals("SIA_HIBO", said.get("targetDesk").textValue());
        assertEquals(event.get("at"), said.get("at"));
        JsonNode handedOver = ContractEvents.sent("tsunagi.handover", id, 0);
        assertEquals(
                consent,
                new ObjectMapper()
                        .readTree(statements.verify(
                                "handover+jwt",
                                "referral/" + handedOver.get("referralId").textValue(),
                                handedOver.get("statement").textValue()))
                        .at("/basis/recordId")
                        .textValue());
        assertEquals("in-progress", IntakeClient.aCase(id).getString("status"), "somebody has to look");
        assertEquals(0, IntakeClient.mailbox(code).getList("consents").size());
        IntakeClient.counsellor()
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get("/desk/case/" + id)
                .then()
                .body(containsString("相談者が同意を取り消しました"))
                .body(containsString("取消し"));
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit where object = ? and action = 'consent.withdraw'",
                        "consultation/" + id));
    }

    @Test
    void aConsentThatWasTakenBackCarriesNothingAndIsTakenBackOnce() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String code = receipt.getString("confirmationCode");
        IntakeClient.consentAnswered(receipt, "SIA_HIBO", "yes", "narrative", "urls", "contact");
        String consent = IntakeClient.mailbox(code).getString("consents[0].id");
        IntakeClient.withdraw(code, consent).then().statusCode(204);
        String stranger = IntakeClient.received("別の人").getString("confirmationCode");
        long rows = database.rows();

        IntakeClient.refer(receipt.getString("id"), "2", onRecord())
                .then()
                .statusCode(422)
                .body("code", equalTo("consent-withdrawn"));
        IntakeClient.withdraw(code, consent).then().statusCode(409).body("code", equalTo("consent-not-in-force"));
        IntakeClient.withdraw(stranger, consent).then().statusCode(404).body("code", equalTo("consent-not-found"));
        IntakeClient.withdraw(code, UUID.randomUUID().toString()).then().statusCode(404);

        assertEquals(rows, database.rows());
    }

    @Test
    void theButtonInTheBoxWorksWithoutAScriptAlsoForWhatWasToldToACounsellor() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        IntakeClient.refer(id, "1", IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"))
                .then()
                .statusCode(202);
        String session = page().formParam("code", receipt.getString("confirmationCode"))
                .post("/box")
                .getCookie("box");
        String consent =
                IntakeClient.mailbox(receipt.getString("confirmationCode")).getString("consents[0].id");

        page().cookie("box", session)
                .get("/box")
                .then()
                .body(containsString("action=\"/box/consents/" + consent + "/withdraw\""))
                .body(containsString("いつでも取り消せます"));
        page().cookie("box", session)
                .post("/box/consents/" + consent + "/withdraw")
                .then()
                .statusCode(303);
        page().cookie("box", session)
                .post("/box/consents/" + consent + "/withdraw")
                .then()
                .statusCode(409)
                .body(containsString("この同意はもう取り消されているか"));

        assertEquals(
                "SIA_HIBO",
                ContractEvents.sent("tsunagi.handover", id, 1).get("targetDesk").textValue());
    }

    private static Map<String, Object> onRecord() {
        Map<String, Object> request =
                new LinkedHashMap<>(IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"));
        request.put("basis", Map.of("kind", "consent"));
        return request;
    }

    private static io.restassured.specification.RequestSpecification page() {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .header("Accept-Language", "ja");
    }
}
