package jp.tsunagi.testing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.testing.AnswerSchema;
import jp.tsunagi.testing.OpenApiRules;

/**
 * One operation of a service, as its API document describes it.
 *
 * @param example a good body; missing when the operation takes none
 * @param members every member of its body that the schema names
 * @param fields names of the fields of a form; empty for an operation of the API
 * @param answers what it says it answers with
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        JsonNode example,
        List<Member> members,
        List<String> fields,
        AnswerSchema answers) {

    /** @param in path, query, header or cookie */
    record Parameter(String name, String in, boolean isRequired) {}

    /**
     * @param pointer RFC 6901, into the example
     * @param types what the schema allows; empty when it does not say
     */
    record Member(String pointer, Set<String> types) {}

    boolean isForm() {
        return !path.startsWith("/v1");
    }

    boolean takesJson() {
        return !members.isEmpty() || !example.isMissingNode();
    }

    /** Whether it is carried out on the present version of an object only. */
    boolean needsVersion() {
        return fields.contains("version")
                || parameters.stream().anyMatch(parameter -> parameter.name().equals("If-Match"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    static Operation form(String method, String path, List<String> fields) {
        List<Parameter> parameters = pathParameters(path);
        boolean asks = method.equals("GET");
        if (asks) {
            fields.forEach(field -> parameters.add(new Parameter(field, "query", false)));
        }
        return new Operation(
                method,
                path,
                parameters,
                MissingNode.getInstance(),
                List.of(),
                asks ? List.of() : fields,
                new AnswerSchema(MissingNode.getInstance(), MissingNode.getInstance()));
    }

    /** Every operation of the document that the running service answers. */
    static List<Operation> ofThisService() {
        JsonNode api = OpenApiRules.document();
        return new ArrayList<>(OpenApiRules.operations(api).stream()
                .map(one -> read(api, one.method(), one.path(), one.description()))
                .toList());
    }

    private static Operation read(JsonNode api, String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(one -> parameters.add(new Parameter(
                        one.path("name").asText(),
                        one.path("in").asText(),
                        one.path("required").asBoolean())));
        JsonNode content = operation.at("/requestBody/content/application~1json");
        JsonNode example = MissingNode.getInstance();
        for (JsonNode one : content.path("examples")) {
            example = one.path("value");
        }
        List<Member> members = new ArrayList<>();
        collect(api, content.path("schema"), "", new HashSet<>(), members);
        return new Operation(
                method,
                path,
                parameters,
                example,
                members,
                List.of(),
                new AnswerSchema(api, operation.path("responses")));
    }

    private static void collect(JsonNode api, JsonNode named, String at, Set<String> seen, List<Member> members) {
        JsonNode schema = named;
        Set<String> inside = new HashSet<>(seen);
        if (named.has("$ref")) {
            String name = named.path("$ref").asText();
            if (!inside.add(name)) {
                return;
            }
            schema = api.at(name.substring(1));
        }
        if (!at.isEmpty()) {
            members.add(new Member(at, types(schema)));
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            collect(api, property.getValue(), at + "/" + property.getKey(), inside, members);
        }
        if (schema.has("items")) {
            collect(api, schema.path("items"), at + "/0", inside, members);
        }
        for (String way : List.of("oneOf", "anyOf", "allOf")) {
            for (JsonNode part : schema.path(way)) {
                collect(api, part, at, inside, members);
            }
        }
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else if (type.isTextual()) {
            types.add(type.asText());
        }
        return types;
    }

    private static List<Parameter> pathParameters(String path) {
        List<Parameter> parameters = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.startsWith("{")) {
                parameters.add(new Parameter(step.substring(1, step.length() - 1), "path", true));
            }
        }
        return parameters;
    }
}
