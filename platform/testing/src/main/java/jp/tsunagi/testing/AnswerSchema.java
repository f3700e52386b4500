package jp.tsunagi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation says it answers with, read as closed: a member that the document does not name may be one that this
 * caller must not see.
 *
 * @param api the whole document, into which references point
 * @param responses those of the operation, by status
 */
public record AnswerSchema(JsonNode api, JsonNode responses) {

    /** The first place of a good answer that its schema does not allow. */
    public Optional<String> complaint(int status, JsonNode answer) {
        JsonNode schema = responses.path(String.valueOf(status)).at("/content/application~1json/schema");
        return schema.isMissingNode()
                ? Optional.of("answers " + status + ", which the document does not describe")
                : complaint(schema, answer, "");
    }

    private Optional<String> complaint(JsonNode named, JsonNode value, String at) {
        JsonNode schema = resolved(named);
        if (value.isNull()) {
            // The document does not say everywhere what may be missing.
            return Optional.empty();
        }
        for (String way : List.of("oneOf", "anyOf")) {
            if (schema.has(way)) {
                return anyOf(schema.path(way), value, at);
            }
        }
        if (!types(schema).isEmpty() && !types(schema).contains(type(value))) {
            return Optional.of(at + " is of type " + type(value) + " and not " + types(schema));
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            return Optional.of(at + " is none of the values that the document names");
        }
        if (value.isArray()) {
            return first(value, schema.path("items"), at);
        }
        return value.isObject() ? members(schema, value, at) : Optional.empty();
    }

    private Optional<String> anyOf(JsonNode ways, JsonNode value, String at) {
        List<String> complaints = new ArrayList<>();
        for (JsonNode way : ways) {
            complaint(way, value, at).ifPresent(complaints::add);
        }
        return complaints.size() < ways.size() ? Optional.empty() : Optional.of(complaints.getFirst());
    }

    private Optional<String> first(JsonNode list, JsonNode items, String at) {
        for (int i = 0; i < list.size(); i++) {
            Optional<String> complaint = complaint(items, list.get(i), at + "/" + i);
            if (complaint.isPresent()) {
                return complaint;
            }
        }
        return Optional.empty();
    }

    private Optional<String> members(JsonNode schema, JsonNode object, String at) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String here = at + "/" + member.getKey();
            JsonNode known = schema.path("properties").path(member.getKey());
            JsonNode other = schema.path("additionalProperties");
            if (known.isMissingNode() && !other.isObject()) {
                return Optional.of(here + " is not named in the document");
            }
            Optional<String> complaint = complaint(known.isMissingNode() ? other : known, member.getValue(), here);
            if (complaint.isPresent()) {
                return complaint;
            }
        }
        return Optional.empty();
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = api.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        };
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
