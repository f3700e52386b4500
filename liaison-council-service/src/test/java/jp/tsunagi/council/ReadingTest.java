package jp.tsunagi.council;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads what: without choosing an agency where it is public, and with their name in the audit where it is not. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("F5")
class ReadingTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/topics", "/v1/statistics", "/v1/memberships", "/council", "/council/statistics"})
    void somebodyOfSeveralAgenciesReadsWhatIsPublicWithoutChoosing(String path) {
        as(Tokens.staffOf("watanabe", List.of("SIA", "TOKYO"), "agency-staff"))
                .get(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/statistics/exact?month=2026-10, statistics.read-exact, statistics/2026-10",
        "/council/admin/statistics?month=2026-10, statistics.read-exact, statistics/2026-10",
        "/v1/topics, topic.list, topic",
        "/council, topic.list, topic",
        "/council/admin, topic.list, topic",
        "/v1/routing-guides, routing-guide.list, routing-guide",
        "/council/admin/routing-guides, routing-guide.list, routing-guide",
        "/council/admin/routing-guides/new, topic.list, topic",
        "/v1/memberships, membership.list, membership"
    })
    void whoReadsMoreThanEverybodyIsInTheAudit(String path, String action, String object) {
        String reader = "reader-" + UUID.randomUUID();

        as(Tokens.staff(reader, "IHAHO", "secretariat")).get(path).then().statusCode(200);

        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit where actor = ? and action = ? and object = ? and result = 'done'",
                        reader,
                        action,
                        object));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/statistics/exact?month=2026-10",
                "/council/admin/statistics?month=2026-10",
                "/council/admin",
                "/v1/topics"
            })
    @Requirement("R16.2")
    void withoutTheAuditWhoIsSignedInSeesNothing(String path) {
        String reader = Tokens.staff("ito", "IHAHO", "secretariat");

        TestDatabase.withoutAudit(() -> as(reader).get(path).then().statusCode(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/statistics/exact",
                "/council/admin/statistics",
                "/council/admin",
                "/v1/routing-guides",
                "/council/admin/routing-guides"
            })
    void whoIsRefusedIsInTheAuditAsRefused(String path) {
        String reader = "reader-" + UUID.randomUUID();

        as(Tokens.staff(reader, "SIA", "agency-staff")).get(path).then().statusCode(403);

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        1,
                        TestDatabase.count(
                                "select count(*) from audit where actor = ? and result = 'refused'", reader)));
    }

    @Test
    void aRefusedFormIsARefusalInTheAudit() {
        String writer = "writer-" + UUID.randomUUID();

        as(Tokens.staff(writer, "IHAHO", "secretariat"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams("title", "", "body", "", "key", UUID.randomUUID().toString())
                .post("/council/admin/topics/new")
                .then()
                .statusCode(422);

        assertEquals(
                1, TestDatabase.count("select count(*) from audit where actor = ? and result = 'refused'", writer));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/statistics?month=%00",
        "/v1/statistics?month=+999999999-01",
        "/v1/statistics?month=9999999999999999999999",
        "/v1/topics?limit=99999999999999999999",
        "/v1/topics?limit=%00",
        "/v1/topics?cursor=%00",
        "/v1/topics?cursor=gICAgICAgA",
        "/v1/memberships?on=%00",
        "/v1/memberships?on=%2B999999999-12-31",
        "/v1/memberships?on=-999999999-01-01",
        "/v1/memberships?on=0000-01-01"
    })
    void whatCannotBeReadOrKeptIsRefusedAndNeverAFailure(String address) {
        given().urlEncodingEnabled(false).get(address).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "x", "99999999-9999-9999-9999-999999999999-9", "%F0%9F%92%A9"})
    void anIdentifierThatIsNoneNamesNothing(String id) {
        int status = given().urlEncodingEnabled(false).get("/v1/topics/" + id).statusCode();

        assertTrue(status == 400 || status == 404, () -> id + ": " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule|{\"meetingOn\":\"+999999999-01-01\"}|/meetingOn",
                "request-publication|{\"visibility\":\"public\",\"embargoUntil\":\"+1000000000-12-31T00:00:00Z\"}|/embargoUntil"
            })
    void aDayThatNobodyCanKeepIsRefusedWhereItStands(String command, String body, String pointer) {
        as(Tokens.staff("ito", "IHAHO", "secretariat"))
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/topics/" + UUID.randomUUID() + "/" + command)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void theDocumentSaysWhatAnItemOfEachListIs() {
        var schemas = OpenApiRules.document().at("/components/schemas");
        for (var schema : schemas.properties()) {
            var items = schema.getValue().at("/properties/items");
            if (!items.isMissingNode()) {
                assertFalse(items.path("items").isEmpty(), schema.getKey());
            }
        }
        var list = OpenApiRules.document().at("/paths/~1v1~1topics/get/responses/200/content/application~1json/schema");
        String name = list.path("$ref").asText();
        assertTrue(
                schemas.path(name.substring(name.lastIndexOf('/') + 1))
                        .at("/properties/items/items")
                        .toString()
                        .contains("TopicView"),
                list::toString);
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
