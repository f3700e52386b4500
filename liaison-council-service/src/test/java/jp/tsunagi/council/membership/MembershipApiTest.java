package jp.tsunagi.council.membership;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MembershipApiTest {

    private static final String GUEST = """
            {"organisation":"%s","nameJa":"客","nameEn":"Guest","role":"guest","from":"%s","to":%s,"confidence":100}""";

    @Test
    void aNewInstallationKnowsTheSeatsFromItsDatedFile() {
        given().get("/v1/memberships")
                .then()
                .statusCode(200)
                .body("origin.asOf", equalTo("2023-06-30"))
                .body("items.organisation", hasItems("IHAHO", "SIA", "NPA", "NCAC"))
                .body("items.find { it.organisation == 'NPA' }.role", equalTo("observer"));
    }

    @Test
    void beforeTheCouncilExistedNobodyHadASeat() {
        given().get("/v1/memberships?on=2021-03-31").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    @Requirement("R8.11")
    void theSecretariatBringsInAListAndSeatsEndOnTheirLastDay() {
        importSeat("secretariat", GUEST.formatted("GUEST_A", "2026-04-01", "\"2026-04-30\""))
                .then()
                .statusCode(200)
                .body("seats", equalTo(1));

        given().get("/v1/memberships?on=2026-04-30").then().body("items.organisation", hasItem("GUEST_A"));
        given().get("/v1/memberships?on=2026-05-01").then().body("items.organisation", not(hasItem("GUEST_A")));
    }

    @Test
    void seatsThatOverlapOrEndBeforeTheyStartAreRefused() {
        importSeat("secretariat", GUEST.formatted("GUEST_B", "2026-04-01", "null"))
                .then()
                .statusCode(200);

        importSeat("secretariat", GUEST.formatted("GUEST_B", "2026-05-01", "null"))
                .then()
                .statusCode(422)
                .body("code", equalTo("seat-overlaps"));
        importSeat("secretariat", GUEST.formatted("GUEST_C", "2026-05-01", "\"2026-04-01\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("seat-ends-before-it-starts"));
        importSeat("secretariat", GUEST.formatted("guest c", "2026-05-01", "null"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/seats/0/organisation"));
    }

    @Test
    void onlyTheSecretariatBringsInSeats() {
        importSeat("council-member", GUEST.formatted("GUEST_D", "2026-04-01", "null"))
                .then()
                .statusCode(403);
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/memberships:import")
                .then()
                .statusCode(401);
    }

    private static Response importSeat(String role, String seat) {
        RequestSpecification request = given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Tokens.staff("ito", "IHAHO", role))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body("{\"source\":\"試験\",\"asOf\":\"2020-01-01\",\"seats\":[" + seat + "]}");
        return request.post("/v1/memberships:import");
    }
}
