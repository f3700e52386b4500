package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see which consultations, and in which order. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class QueueApiTest {

    private final Database database;

    QueueApiTest(Database database) {
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource({"expired", "foreign", "tampered", "others", "none"})
    @Requirement("R9.1")
    void aTokenThatIsNotGoodHereOpensNothing(String kind) {
        String id = IntakeClient.received("token").getString("id");
        String token = switch (kind) {
            case "expired" -> Tokens.expired("sato", "IHAHO", "counsellor");
            case "foreign" -> Tokens.foreign("sato", "IHAHO", "counsellor");
            case "tampered" -> Tokens.tampered("sato", "IHAHO", "counsellor");
            case "others" -> Tokens.forOthers("sato", "IHAHO", "counsellor");
            default -> "nonsense";
        };

        given().auth().oauth2(token).get("/v1/consultations/" + id).then().statusCode(401);
        given().auth().oauth2(token).get("/v1/consultations").then().statusCode(401);
    }

    @Test
    @Requirement({"R8.2", "R8.4"})
    void anotherAgencysCaseAndNoneAnswerAlike() {
        String id = IntakeClient.received("foreign").getString("id");
        String other = Tokens.staff("kimura", "SIA", "counsellor");

        String foreign = given().auth()
                .oauth2(other)
                .get("/v1/consultations/" + id)
                .then()
                .statusCode(404)
                .extract()
                .jsonPath()
                .getString("code");
        String none = given().auth()
                .oauth2(other)
                .get("/v1/consultations/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .jsonPath()
                .getString("code");

        assertEquals("consultation-not-found", foreign);
        assertEquals(foreign, none);
        given().auth()
                .oauth2(other)
                .get("/v1/consultations")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        given().auth()
                .oauth2(Tokens.staff("ito", "IHAHO", "secretariat"))
                .get("/v1/consultations/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    @Requirement({"R8.3", "R16.1", "R16.2"})
    void aReadIsAuditedAndALegalAdviserDoesNotSeeTheContact() {
        String id = IntakeClient.aFullConsultation().getString("id");

        given().auth()
                .oauth2(Tokens.staff("yamada", "IHAHO", "legal-adviser"))
                .get("/v1/consultations/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("consulter.callName", equalTo("はる香"))
                .body("contact", equalTo(""));

        assertEquals(
                1,
                database.count(
                        "audit",
                        "concat(actor, ' ', action, ' ', object)",
                        "yamada consultation.read consultation/" + id));
    }

    @Test
    @Requirement({"R1.4", "R4.7"})
    void theQueueShowsEmergenciesFirstPageByPageAndKeepsRespondentsApart() {
        String respondent = IntakeClient.received(Map.of("text", "照会が届いた", "consulter", Map.of("type", "respondent")))
                .getString("id");
        IntakeClient.received("ふつうの相談");
        IntakeClient.received(Map.of("text", "たすけて", "danger", "yes"));

        JsonPath first = IntakeClient.counsellor()
                .get("/v1/consultations?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals("emergency", first.getString("items[0].urgency"));
        IntakeClient.counsellor()
                .get("/v1/consultations?limit=1&cursor=" + first.getString("next"))
                .then()
                .statusCode(200)
                .body("items[0].id", not(equalTo(first.getString("items[0].id"))));
        IntakeClient.counsellor()
                .get("/v1/consultations?urgency=low&cursor=" + first.getString("next"))
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        IntakeClient.counsellor().get("/v1/consultations?limit=100").then().body("items.id", not(hasItem(respondent)));
        IntakeClient.counsellor()
                .get("/v1/consultations?limit=100&respondents=true")
                .then()
                .body("items.id", hasItem(respondent));
        IntakeClient.counsellor()
                .get("/v1/consultations?status=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("value-unknown"));
        IntakeClient.counsellor()
                .get("/v1/consultations?limit=101")
                .then()
                .statusCode(400)
                .body("code", equalTo("limit-out-of-range"));
    }
}
