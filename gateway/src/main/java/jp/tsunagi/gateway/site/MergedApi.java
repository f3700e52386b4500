package jp.tsunagi.gateway.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One description of the API out of several. Pages are left out: they are for people. */
final class MergedApi {

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ArrayNode missing = JsonNodeFactory.instance.arrayNode();

    MergedApi(String site) {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Tsunagi API")
                .put("version", "1")
                .put("description", "相談と引き継ぎのAPI。はじめ方は /developers にあります。")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", site);
        document.putArray("tags");
        document.putObject("paths");
        document.putObject("components");
    }

    void miss(String service) {
        missing.add(service);
    }

    void add(String service, JsonNode api) {
        Map<String, String> renamed = clashes(service, api.path("components").path("schemas"));
        JsonNode own = withReferences(api, renamed);
        own.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .forEach(path -> ((ObjectNode) document.get("paths")).set(path.getKey(), path.getValue()));
        own.path("tags").forEach(((ArrayNode) document.get("tags"))::add);
        own.path("components").properties().forEach(part -> {
            ObjectNode into = ((ObjectNode) document.get("components")).withObjectProperty(part.getKey());
            boolean isSchemas = part.getKey().equals("schemas");
            part.getValue()
                    .properties()
                    .forEach(one -> into.set(
                            isSchemas ? renamed.getOrDefault(one.getKey(), one.getKey()) : one.getKey(),
                            one.getValue()));
        });
    }

    ObjectNode document() {
        ObjectNode whole = document.deepCopy();
        if (!missing.isEmpty()) {
            whole.set("x-missing-services", missing);
        }
        return whole;
    }

    // Two services may call different things alike; the later one gets its service's name in front.
    private Map<String, String> clashes(String service, JsonNode schemas) {
        JsonNode taken = document.path("components").path("schemas");
        Map<String, String> renamed = new LinkedHashMap<>();
        schemas.properties().forEach(schema -> {
            JsonNode other = taken.get(schema.getKey());
            if (other != null && !other.equals(schema.getValue())) {
                String name = Character.toUpperCase(service.charAt(0)) + service.substring(1) + schema.getKey();
                renamed.put(schema.getKey(), name);
            }
        });
        return renamed;
    }

    private static JsonNode withReferences(JsonNode api, Map<String, String> renamed) {
        JsonNode copy = api.deepCopy();
        renamed.forEach((from, to) -> replace(copy, "#/components/schemas/" + from, "#/components/schemas/" + to));
        return copy;
    }

    private static void replace(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object && object.path("$ref").asText().equals(from)) {
            object.set("$ref", TextNode.valueOf(to));
        }
        node.forEach(child -> replace(child, from, to));
    }
}
