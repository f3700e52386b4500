package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the OpenAPI document of every service must hold, so that a partner can generate a client from it. */
public final class OpenApiRules {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private OpenApiRules() {}

    /** Asks the running service for its document and checks it. */
    public static void check() {
        JsonNode api = document();
        List<String> missing = new ArrayList<>();
        operations(api)
                .forEach(operation -> missing.addAll(missing(
                        operation.method().toLowerCase(Locale.ROOT) + " " + operation.path(),
                        operation.description())));
        assertFalse(api.path("paths").isEmpty(), "the document names no path");
        assertEquals(List.of(), missing, "what the document does not say");
        api.path("components")
                .path("schemas")
                .fieldNames()
                .forEachRemaining(schema -> assertFalse(
                        schema.matches("Engine.*|Template.*|Atomic.*|Multivalued.*|Response|RestResponse.*"),
                        schema + " is a class of a library"));
    }

    /** One operation of a document, with its method in capitals. */
    public record Described(String method, String path, JsonNode description) {}

    public static List<Described> operations(JsonNode api) {
        List<Described> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(
                            new Described(member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue()));
                }
            }
        }
        return operations;
    }

    public static JsonNode document() {
        String json = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .asString();
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("/q/openapi answered " + json, notJson);
        }
    }

    private static List<String> missing(String name, JsonNode operation) {
        List<String> missing = new ArrayList<>();
        if (operation.path("summary").asText().isBlank()) {
            missing.add(name + ": summary");
        }
        JsonNode body = operation.at("/requestBody/content/application~1json");
        boolean takesMembers =
                !body.isMissingNode() && !body.path("schema").path("properties").isEmpty()
                        || body.path("schema").has("$ref");
        if (takesMembers && body.path("examples").isEmpty()) {
            missing.add(name + ": example of its body");
        }
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            String status = response.getKey();
            JsonNode content = response.getValue().path("content");
            if (content.has("text/html") && !content.has("application/json")) {
                missing.add(name + ": is a page");
            }
            boolean hasBody = status.startsWith("2") && !status.equals("204") && !status.equals("202");
            if (hasBody
                    && (content.isEmpty()
                            || content.elements().next().path("schema").isEmpty())) {
                missing.add(name + ": schema of " + status);
            }
        }
        if (!operation.path("responses").has("4XX")) {
            missing.add(name + ": problem");
        }
        return missing;
    }
}
