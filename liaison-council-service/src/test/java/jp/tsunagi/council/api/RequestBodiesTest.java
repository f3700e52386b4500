package jp.tsunagi.council.api;

import static jp.tsunagi.council.api.TopicClient.approver;
import static jp.tsunagi.council.api.TopicClient.example;
import static jp.tsunagi.council.api.TopicClient.move;
import static jp.tsunagi.council.api.TopicClient.propose;
import static jp.tsunagi.council.api.TopicClient.write;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.council.routingguide.GuideClient;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API document says what every request takes, with bodies that work. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RequestBodiesTest {

    @ParameterizedTest
    @CsvSource({
        "adopt, ''",
        "schedule, meetingOn",
        "discuss, ''",
        "decide, note",
        "carry-over, note",
        "close, ''",
        "decline, note",
        "withdraw, note"
    })
    @Requirement("R2.1")
    void everyCommandIsAnOperationWithABodyOfItsOwn(String command, String required) {
        JsonNode schema = body("post", "/v1/topics/{id}/" + command).path("schema");

        assertEquals("false", schema.path("additionalProperties").asText());
        assertEquals(required, schema.at("/required/0").asText());
        assertEquals(required, String.join(",", (Iterable<String>) schema.path("properties")::fieldNames));
    }

    @Test
    void theDocumentNamesEveryCommand() {
        Set<String> paths = new TreeSet<>();
        OpenApiRules.document().path("paths").fieldNames().forEachRemaining(paths::add);

        for (String command : Coded.codes(TopicCommandType.class)) {
            assertTrue(paths.contains("/v1/topics/{id}/" + command), command);
        }
        assertFalse(paths.contains("/v1/topics/{id}/{command}"));
    }

    @ParameterizedTest
    @CsvSource({
        "post, /v1/topics, propose",
        "put, /v1/topics/{id}, revise",
        "post, /v1/topics/{id}/request-publication, request-publication",
        "post, /v1/topics/{id}/publish, publish",
        "post, /v1/topics/{id}/request-correction, request-correction",
        "post, /v1/topics/{id}/publish-correction, publish-correction",
        "post, /v1/topics/{id}/take-down, take-down",
        "post, /v1/topics/{id}/schedule, schedule",
        "post, /v1/topics/{id}/decide, decide",
        "post, /v1/topics/{id}/carry-over, carry-over",
        "post, /v1/topics/{id}/decline, decline",
        "post, /v1/topics/{id}/withdraw, withdraw",
        "post, /v1/routing-guides, propose-routing-guide",
        "post, /v1/routing-guides/{id}/withdraw, withdraw-routing-guide",
        "post, /v1/memberships:import, import-seats"
    })
    void theDocumentShowsTheBodiesThatTheTestsSend(String method, String path, String name) {
        assertEquals(
                example(name), body(method, path).path("examples").path(name).path("value"));
    }

    @Test
    void theExamplesOfATopicWork() {
        String id = write("secretariat", "IHAHO")
                .body(example("propose"))
                .post("/v1/topics")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        write("secretariat", "IHAHO")
                .header("If-Match", "\"1\"")
                .body(example("revise"))
                .put("/v1/topics/" + id)
                .then()
                .statusCode(200);
        move(id, 2, "request-publication", example("request-publication"))
                .then()
                .statusCode(200);
        approver()
                .header("If-Match", "\"3\"")
                .body(example("publish"))
                .post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(200);
        move(id, 4, "adopt", Map.of()).then().statusCode(200);
        move(id, 5, "schedule", example("schedule")).then().statusCode(200);
        move(id, 6, "discuss", Map.of()).then().statusCode(200);
        move(id, 7, "carry-over", example("carry-over")).then().statusCode(200);
        move(id, 8, "schedule", example("schedule")).then().statusCode(200);
        move(id, 9, "discuss", Map.of()).then().statusCode(200);
        move(id, 10, "decide", example("decide")).then().statusCode(200).body("status", equalTo("decided"));
    }

    @ParameterizedTest
    @CsvSource({"decline, declined", "withdraw, withdrawn"})
    void theExamplesOfAnEarlyEndWork(String command, String status) {
        String id = propose("早く終わる話").jsonPath().getString("id");

        move(id, 1, command, example(command)).then().statusCode(200).body("status", equalTo(status));
    }

    @Test
    void theExampleOfAListOfSeatsWorks() {
        write("secretariat", "IHAHO")
                .body(example("import-seats"))
                .post("/v1/memberships:import")
                .then()
                .statusCode(200)
                .body("seats", equalTo(1));
    }

    /** But for the topic and the day, which each installation and each day has of its own. */
    @Test
    void theExamplesOfARoutingGuideWork() {
        GuideClient.withdrawWhatWaits();
        ObjectNode guide = (ObjectNode) example("propose-routing-guide");

        String id = write("secretariat", "IHAHO")
                .body(guide.put("topicId", GuideClient.decidedTopic())
                        .put("effectiveFrom", GuideClient.today().toString()))
                .post("/v1/routing-guides")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        write("secretariat", "IHAHO")
                .header("If-Match", "\"1\"")
                .body(example("withdraw-routing-guide"))
                .post("/v1/routing-guides/" + id + "/withdraw")
                .then()
                .statusCode(200);
    }

    /** A command is read as a tree first, so what lies in an unknown member is read before it is found to be unknown. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"x\":12345678901234567890}|field-unknown",
                "{\"x\":123456789012345678901}|json-unreadable",
                "{\"x\":-123456789012345678901}|json-unreadable",
                "{\"x\":0.12345678901234567890123}|json-unreadable",
                "{\"x\":1,\"x\":1}|json-unreadable",
                "{\"x\":DEEP31}|field-unknown",
                "{\"x\":DEEP32}|json-unreadable"
            })
    @Requirement("R1.9")
    void jsonThatReadersDisagreeAboutIsRefused(String body, String code) {
        String id = propose("深い本文").jsonPath().getString("id");
        String sent = body.replace("DEEP31", "[".repeat(31) + "]".repeat(31))
                .replace("DEEP32", "[".repeat(32) + "]".repeat(32));

        move(id, 1, "adopt", sent).then().statusCode(400).body("code", equalTo(code));
    }

    private static JsonNode body(String method, String path) {
        return OpenApiRules.document()
                .path("paths")
                .path(path)
                .path(method)
                .path("requestBody")
                .path("content")
                .path("application/json");
    }
}
