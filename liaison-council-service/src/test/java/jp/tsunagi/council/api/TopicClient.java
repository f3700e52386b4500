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

    /** One person asks and another publishes; the topic is two versions on. */
    static Response publish(String id, long version, String circle) {
        Response asked = request(id, version, Map.of("visibility", circle));
        return asked.statusCode() == 200 ? approve(id, version + 1) : asked;
    }

    static Response request(String id, long version, Map<String, String> publication) {
        return move(id, version, "request-publication", publication);
    }

    static Response approve(String id, long version, String... acknowledged) {
        return approver()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("acknowledged", acknowledged))
                .post("/v1/topics/" + id + "/publish");
    }

    /** Another account of the secretariat than the one that writes and asks. */
    static RequestSpecification approver() {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Tokens.staff("second-IHAHO", "IHAHO", "secretariat"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
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
