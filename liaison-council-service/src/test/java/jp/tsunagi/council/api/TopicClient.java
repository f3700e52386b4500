package jp.tsunagi.council.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.testing.Tokens;

/** Somebody who works with topics over the API. */
final class TopicClient {

    static final String BODY = "学校の外の掲示板での被害が増えている。";

    private TopicClient() {}

    static Response propose(String title) {
        return proposeWith(title, BODY);
    }

    static Response proposeWith(String title, String body) {
        return write("secretariat", "IHAHO")
                .body(Map.of("title", title, "body", body))
                .post("/v1/topics")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .response();
    }

    static Response publish(String id, String version, String circle) {
        return write("secretariat", "IHAHO")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("visibility", circle))
                .post("/v1/topics/" + id + "/publish");
    }

    static Response move(String id, long version, String command, Object body) {
        return write("secretariat", "IHAHO")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post("/v1/topics/" + id + "/" + command);
    }

    static RequestSpecification as(String role, String agency) {
        return given().header("Authorization", "Bearer " + Tokens.staff("somebody-" + agency, agency, role));
    }

    static RequestSpecification write(String role, String agency) {
        return write(role, agency, UUID.randomUUID().toString());
    }

    static RequestSpecification write(String role, String agency, String key) {
        return as(role, agency)
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key);
    }

    /** A body that the description of the API shows as an example. */
    static JsonNode example(String name) {
        try (var file = TopicClient.class.getResourceAsStream("/examples/" + name + ".json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
