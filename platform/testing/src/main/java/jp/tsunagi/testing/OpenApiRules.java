package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the OpenAPI document of every service must hold, so that a partner can generate a client from it. */
public final class OpenApiRules {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final Set<String> LIMITS = Set.of("maxLength", "enum", "const", "format", "pattern");

    private OpenApiRules() {}

    /** Asks the running service for its document and checks it. */
    public static void check() {
        assertEquals(List.of(), missing(), "what the document does not say");
        document()
                .path("components")
                .path("schemas")
                .fieldNames()
                .forEachRemaining(schema -> assertFalse(
                        schema.matches("Engine.*|Template.*|Atomic.*|Multivalued.*|Response|RestResponse.*"),
                        schema + " is a class of a library"));
    }

    /** What the document of the running service does not say, by operation. */
    static List<String> missing() {
        JsonNode api = document();
        assertFalse(api.path("paths").isEmpty(), "the document names no path");
        return operations(api).stream()
                .flatMap(one -> missing(api, one.method() + " " + one.path(), one.description()).stream())
                .toList();
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

    private static List<String> missing(JsonNode api, String name, JsonNode operation) {
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
        if (!operation.has("security")) {
            missing.add(name + ": who may");
        }
        for (JsonNode parameter : operation.path("parameters")) {
            unlimited(
                    api,
                    parameter.path("schema"),
                    name + " " + parameter.path("name").asText(),
                    new HashSet<>(),
                    missing);
        }
        for (JsonNode content : operation.at("/requestBody/content")) {
            unlimited(api, content.path("schema"), name, new HashSet<>(), missing);
        }
        return missing;
    }

    /** Every text and every list that somebody may send has a limit, and no object takes other members. */
    private static void unlimited(JsonNode api, JsonNode named, String at, Set<String> seen, List<String> missing) {
        JsonNode schema = named;
        if (named.has("$ref")) {
            if (!seen.add(named.path("$ref").asText())) {
                return;
            }
            schema = api.at(named.path("$ref").asText().substring(1));
        }
        String types = schema.path("type").toString();
        if (types.contains("string") && LIMITS.stream().noneMatch(schema::has)) {
            missing.add(at + ": longest text");
        }
        if (types.contains("array") && !schema.has("maxItems")) {
            missing.add(at + ": longest list");
        }
        if (schema.has("properties")
                && !schema.path("additionalProperties").asText().equals("false")) {
            missing.add(at + ": that it takes no other member");
        }
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            unlimited(api, member.getValue(), at + "/" + member.getKey(), seen, missing);
        }
        if (schema.has("items")) {
            unlimited(api, schema.path("items"), at + "/0", seen, missing);
        }
        for (String way : List.of("oneOf", "anyOf", "allOf")) {
            for (JsonNode part : schema.path(way)) {
                unlimited(api, part, at, seen, missing);
            }
        }
    }
}
