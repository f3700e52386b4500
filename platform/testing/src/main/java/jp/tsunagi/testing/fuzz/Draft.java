package jp.tsunagi.testing.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request that is being made worse, until it is written to a socket. All texts are {@link Octets}. */
final class Draft {

    /** Stands in the body where something comes that no JSON library would write. */
    private static final String HERE = "here-comes-";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A line of the head; the value goes out as it is. */
    private record Header(String name, String value) {}

    final Operation operation;
    String method;

    /** Whether every fault found its place: the example may lack the object that holds a member. */
    boolean isWhole = true;

    private final Map<String, String> path = new LinkedHashMap<>();
    private final List<String> query = new ArrayList<>();
    private final List<Header> headers = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> raw = new ArrayList<>();
    private final JsonNode tree;
    private UnaryOperator<String> body = good -> good;
    private @Nullable UnaryOperator<String> wire;

    Draft(Operation operation, Map<String, String> values) {
        this.operation = operation;
        this.method = operation.method();
        this.tree = operation.example().deepCopy();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path.put(
                        parameter.name(), Octets.percentEncoded(Octets.of(values.getOrDefault(parameter.name(), "1"))));
            }
        }
        operation
                .fields()
                .forEach(field -> fields.put(
                        Octets.percentEncoded(Octets.of(field)),
                        Octets.percentEncoded(Octets.of(values.getOrDefault(field, "1")))));
        values.forEach((name, value) -> {
            if (Character.isUpperCase(name.charAt(0))) {
                header(name, Octets.of(value));
            } else if (name.startsWith("/") && tree instanceof ObjectNode) {
                parent(name).filter(at -> at.has(last(name))).ifPresent(at -> ((ObjectNode) at).put(last(name), value));
            }
        });
        header("Host", "127.0.0.1");
        header("Accept", operation.isForm() ? "text/html" : "application/json");
        if (operation.takesJson()) {
            header("Content-Type", "application/json");
        } else if (!operation.fields().isEmpty()) {
            header("Content-Type", "application/x-www-form-urlencoded");
        }
    }

    void path(String name, String encoded) {
        path.put(name, encoded);
    }

    void query(String name, String encoded) {
        query.add(Octets.percentEncoded(name) + "=" + encoded);
    }

    void header(String name, String value) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new Header(name, value));
    }

    void secondHeader(String name, String value) {
        headers.add(new Header(name, value));
    }

    void withoutHeader(String name) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    }

    void field(String name, String encoded) {
        fields.put(name, encoded);
    }

    void withoutField(String name) {
        fields.remove(name);
    }

    /** Puts a literal in place of a member, which is added when the example does not have it. */
    void member(String pointer, String literal) {
        String here = HERE + raw.size() + ".";
        Optional<JsonNode> at = parent(pointer);
        if (at.isEmpty()) {
            isWhole = false;
            return;
        }
        raw.add(literal);
        switch (at.get()) {
            case ObjectNode object -> object.put(last(pointer), here);
            case ArrayNode list when list.isEmpty() -> list.add(here);
            case ArrayNode list -> list.set(0, JSON.getNodeFactory().textNode(here));
            default -> raw.removeLast();
        }
    }

    void withoutMember(String pointer) {
        parent(pointer).filter(ObjectNode.class::isInstance).ifPresent(at -> ((ObjectNode) at).remove(last(pointer)));
    }

    /** The same name a second time in one object. */
    void memberTwice(String pointer) {
        JsonNode value = tree.at(pointer);
        if (!value.isMissingNode()) {
            String octets = Octets.of(value.toString());
            member(pointer, octets + ",\"" + last(pointer) + "\":" + octets);
        }
    }

    void body(UnaryOperator<String> change) {
        UnaryOperator<String> before = body;
        body = good -> change.apply(before.apply(good));
    }

    /** Frames the request in another way: the function gets the head without its last line end, and the body. */
    void framed(UnaryOperator<String> head, UnaryOperator<String> rest) {
        wire = whole -> {
            int end = whole.indexOf("\r\n\r\n");
            return head.apply(whole.substring(0, end + 2)) + rest.apply(whole.substring(end + 4));
        };
    }

    boolean hasBody() {
        return !(tree instanceof MissingNode) || operation.takesJson() || !fields.isEmpty();
    }

    /** The whole request as it goes to the socket. */
    String octets() {
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\n");
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        String sent = body.apply(content());
        if (!sent.isEmpty() || hasBody()) {
            head.append("Content-Length: ").append(sent.length()).append("\r\n");
        }
        String whole = head + "\r\n" + sent;
        return wire == null ? whole : wire.apply(whole);
    }

    private String target() {
        String target = withSteps(operation.path(), "{", "}");
        return query.isEmpty() ? target : target + "?" + String.join("&", query);
    }

    private String withSteps(String text, String opening, String closing) {
        String filled = text;
        for (Map.Entry<String, String> step : path.entrySet()) {
            filled = filled.replace(opening + step.getKey() + closing, step.getValue());
        }
        return filled;
    }

    private String content() {
        if (!fields.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            fields.forEach((name, value) -> pairs.add(withSteps(name, "%7B", "%7D") + "=" + value));
            return String.join("&", pairs);
        }
        if (tree instanceof MissingNode) {
            return operation.takesJson() ? "{}" : "";
        }
        String json = Octets.of(tree.toString());
        for (int i = 0; i < raw.size(); i++) {
            json = json.replace("\"" + HERE + i + ".\"", raw.get(i));
        }
        return json;
    }

    private Optional<JsonNode> parent(String pointer) {
        JsonNode at = tree.at(JsonPointer.compile(pointer).head());
        return at.isMissingNode() ? Optional.empty() : Optional.of(at);
    }

    private static String last(String pointer) {
        return JsonPointer.compile(pointer).last().getMatchingProperty();
    }
}
