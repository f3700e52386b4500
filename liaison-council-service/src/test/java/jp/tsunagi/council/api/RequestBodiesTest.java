package jp.tsunagi.council.api;

import static jp.tsunagi.council.api.TopicClient.example;
import static jp.tsunagi.council.api.TopicClient.move;
import static jp.tsunagi.council.api.TopicClient.propose;
import static jp.tsunagi.council.api.TopicClient.write;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API document says what every request takes, with bodies that work. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RequestBodiesTest {

    private static final Map<String, String> REQUIRED = Map.of(
            "adopt", "",
            "schedule", "meetingOn",
            "discuss", "",
            "decide", "note",
            "carry-over", "note",
            "close", "",
            "decline", "note",
            "withdraw", "note");

    @Test
    void everyCommandHasASchemaOfItsOwn() {
        List<String> titles = new ArrayList<>();
        for (JsonNode schema : body("post", "/v1/topics/{id}/{command}").at("/schema/oneOf")) {
            String command = schema.path("title").asText();
            titles.add(command);
            assertEquals("false", schema.path("additionalProperties").asText(), command);
            assertEquals(REQUIRED.get(command), schema.at("/required/0").asText(), command);
            assertEquals(
                    REQUIRED.get(command), String.join(",", (Iterable<String>) schema.path("properties")::fieldNames));
        }

        assertEquals(Coded.codes(TopicCommandType.class), titles);
    }

    @ParameterizedTest
    @CsvSource({
        "post, /v1/topics, propose",
        "put, /v1/topics/{id}, revise",
        "post, /v1/topics/{id}/publish, publish",
        "post, /v1/topics/{id}/{command}, schedule",
        "post, /v1/topics/{id}/{command}, decide",
        "post, /v1/topics/{id}/{command}, carry-over",
        "post, /v1/topics/{id}/{command}, decline",
        "post, /v1/topics/{id}/{command}, withdraw",
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
        move(id, 2, "publish", example("publish")).then().statusCode(200);
        move(id, 3, "adopt", Map.of()).then().statusCode(200);
        move(id, 4, "schedule", example("schedule")).then().statusCode(200);
        move(id, 5, "discuss", Map.of()).then().statusCode(200);
        move(id, 6, "carry-over", example("carry-over")).then().statusCode(200);
        move(id, 7, "schedule", example("schedule")).then().statusCode(200);
        move(id, 8, "discuss", Map.of()).then().statusCode(200);
        move(id, 9, "decide", example("decide")).then().statusCode(200).body("status", equalTo("decided"));
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
