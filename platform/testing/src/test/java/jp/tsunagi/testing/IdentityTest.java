package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in: verified tokens, roles and scopes, and the agency somebody acts for. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class IdentityTest {

    @Test
    @Requirement({"R9.1", "R9.2", "R16.2", "P8"})
    void tokensThatAreNotOursAreRefusedAndAudited() {
        for (String token : List.of(
                Tokens.expired("sato", "IHAHO", "counsellor"),
                Tokens.foreign("sato", "IHAHO", "counsellor"),
                Tokens.forOthers("sato", "IHAHO", "counsellor"),
                Tokens.tampered("sato", "IHAHO", "counsellor"),
                "nonsense")) {
            long before = anonymousRefusals("POST /v1/notes/{id}", "token-invalid");
            asking(token, fresh())
                    .body("{\"text\":\"a\"}")
                    .post("/v1/notes/" + fresh())
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("token-invalid"));
            awaitOneMore(before, "POST /v1/notes/{id}", "token-invalid");
        }
        given().contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/x")
                .then()
                .statusCode(401);
    }

    /** Some proxies say in a header whom they let in; whoever reaches a service can write one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User",
                "X-Remote-User",
                "Remote-User",
                "X-Forwarded-User",
                "X-Forwarded-Preferred-Username",
                "X-Forwarded-Access-Token",
                "X-Auth-Request-User",
                "X-User-Roles",
                "X-Client-Cert",
                "Cookie"
            })
    @Requirement("R4.2")
    void aHeaderSignsNobodyIn(String name) {
        for (String value : List.of("sato", Tokens.staff("sato", "IHAHO", "counsellor"), "q_session=sato")) {
            given().header(name, value).get("/v1/notes/unannotated").then().statusCode(401);
        }
        asking(Tokens.staff("ito", "IHAHO", "secretariat"), fresh())
                .header(name, "counsellor")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + fresh())
                .then()
                .statusCode(403);
    }

    @Test
    @Requirement({"R4.4", "R16.1", "R16.2", "P8", "F5"})
    void aRoleThatIsMissingIsForbidden() {
        String id = fresh();
        asking(Tokens.staff("ito", "IHAHO", "secretariat"), fresh())
                .header("X-Request-Id", id)
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + fresh())
                .then()
                .statusCode(403)
                .body("code", equalTo("role-missing"));
        awaitRefusal(id, "ito", "POST /v1/notes/{id}", "role-missing");
        assertEquals("{secretariat}", TestDatabase.text("select roles::text from audit where request_id = ?", id));
        asking(Tokens.staff("sato", "IHAHO", "counsellor"), fresh())
                .get("/v1/notes/unannotated")
                .then()
                .statusCode(403);
    }

    /** What a caller types into an address may be a name or a code, and the audit is kept: it names the operation. */
    @ParameterizedTest
    @CsvSource({
        "GET, /v1/notes/1234-5678-9012-3456, GET /v1/notes/{id}, not-found",
        "GET, /v1/yamada-hanako, GET unmatched, not-found",
        "GET, /v1/notes/a%00b, GET /v1/notes/{id}, not-found",
        "DELETE, /v1/notes/1234-5678-9012-3456, DELETE unmatched, method-not-allowed"
    })
    @Requirement({"R4.3", "R14.1", "R16.1", "F6", "F11"})
    void theAuditOfARefusalNamesTheOperationAndNotTheAddress(String method, String path, String action, String code) {
        long before = anonymousRefusals(action, code);
        given().urlEncodingEnabled(false).request(method, path);

        awaitOneMore(before, action, code);
    }

    private static void awaitOneMore(long before, String action, String code) {
        await(action + " " + code).until(() -> anonymousRefusals(action, code) == before + 1);
    }

    /** Repeats of somebody unknown are counted in one row, so that their request ids are not all there. */
    private static long anonymousRefusals(String action, String code) {
        return TestDatabase.count("""
                select coalesce(sum(occurrences), 0) from audit
                 where result = 'refused' and actor = 'unknown' and action = ? and reason = ?
                """, action, code);
    }

    private static void awaitRefusal(String request, String actor, String action, String code) {
        await(request).until(() -> TestDatabase.count("""
                select count(*) from audit
                 where result = 'refused' and request_id = ? and actor = ? and action = ? and reason = ?
                """, request, actor, action, code) == 1);
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
