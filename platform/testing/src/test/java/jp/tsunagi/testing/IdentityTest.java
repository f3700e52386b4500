package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may come in: verified tokens, roles and scopes, and the agency somebody acts for. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class IdentityTest {

    @Test
    void tokensThatAreNotOursAreRefusedAndAudited() {
        for (String token : List.of(
                Tokens.expired("sato", "IHAHO", "counsellor"),
                Tokens.foreign("sato", "IHAHO", "counsellor"),
                Tokens.forOthers("sato", "IHAHO", "counsellor"),
                Tokens.tampered("sato", "IHAHO", "counsellor"),
                "nonsense")) {
            String id = fresh();
            asking(token, fresh())
                    .body("{\"text\":\"a\"}")
                    .post("/v1/notes/" + id)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("token-invalid"));
            await().until(() -> TestDatabase.count(
                            "select count(*) from audit where result = 'refused' and action like '%" + id + "'")
                    == 1);
        }
        given().contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/x")
                .then()
                .statusCode(401);
    }

    @Test
    void aRoleThatIsMissingIsForbidden() {
        asking(Tokens.staff("ito", "IHAHO", "secretariat"), fresh())
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + fresh())
                .then()
                .statusCode(403)
                .body("code", equalTo("role-missing"));
        asking(Tokens.staff("sato", "IHAHO", "counsellor"), fresh())
                .get("/v1/notes/unannotated")
                .then()
                .statusCode(403);
    }

    @Test
    void somebodyOfTwoAgenciesMustNameOne() {
        String token = Tokens.staffOf("watanabe", List.of("SIA", "TOKYO"), "counsellor");
        asking(token, fresh())
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + fresh())
                .then()
                .statusCode(400)
                .body("code", equalTo("acting-agency-required"));
        asking(token, fresh())
                .header("Acting-Agency", "MOJ")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + fresh())
                .then()
                .statusCode(403)
                .body("code", equalTo("acting-agency-not-yours"));
        asking(token, fresh())
                .header("Acting-Agency", "SIA")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + fresh())
                .then()
                .statusCode(201);
    }

    @Test
    void somebodyOfTwoAgenciesChoosesOneOnThePage() {
        String token = Tokens.staffOf("watanabe", List.of("SIA", "TOKYO"), "counsellor");
        asking(token, fresh())
                .accept("text/html")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + fresh())
                .then()
                .statusCode(400)
                .body(containsString("/agency?as=SIA&amp;back="));
        asking(token, fresh())
                .cookie("agency", "TOKYO")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + fresh())
                .then()
                .statusCode(201);
        asking(Tokens.staff("sato", "IHAHO", "counsellor"), fresh())
                .cookie("agency", "TOKYO")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + fresh())
                .then()
                .statusCode(201);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static RequestSpecification asking(String token, String key) {
        return given().auth().oauth2(token).header("Idempotency-Key", key).contentType("application/json");
    }
}
