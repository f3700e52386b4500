package jp.tsunagi.platform.openapi;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What the filters of the services have in common when they describe request bodies. */
public final class RequestBodies {

    private static final String JSON = "application/json";
    private static final String PARAMETER = "command";

    private RequestBodies() {}

    /**
     * One command of {@code POST …/{command}}.
     *
     * @param code the last step of its path
     * @param summary what it does, in the user's words
     * @param body the record that its body is read into; the resource names a sealed interface of all of them, whose
     *     {@code @Schema(oneOf = …)} makes SmallRye scan it
     * @param narrowed makes the schema of the record stricter for this command
     * @param hasAnswer whether it answers with a body; otherwise with 204
     */
    public record Command(
            String code, String summary, Class<?> body, UnaryOperator<Schema> narrowed, boolean hasAnswer) {

        public Command(String code, String summary, Class<?> body) {
            this(code, summary, body, schema -> schema, true);
        }
    }

    /** Shows {@code /examples/<name>.json} of the service as a body of the operation; the tests send the same file. */
    public static void addExample(Operation operation, String name) {
        operation
                .getRequestBody()
                .getContent()
                .getMediaType(JSON)
                .addExample(name, OASFactory.createExample().value(read(name)));
    }

    /**
     * Describes {@code POST …/{command}} as one operation for each command, because each takes another body. A command
     * that takes members shows the example of its name.
     */
    public static void describeEachCommand(OpenAPI api, String path, Collection<Command> commands) {
        Operation any = api.getPaths().getPathItem(path).getPOST();
        api.getPaths().removePathItem(path);
        String union =
                any.getRequestBody().getContent().getMediaType(JSON).getSchema().getRef();
        Set<String> records = new HashSet<>();
        for (Command command : commands) {
            Schema schema = command.narrowed().apply(own(scanned(api, command.body())));
            records.add(command.body().getSimpleName());
            Operation one = OASFactory.createOperation()
                    .summary(command.summary())
                    .description(any.getDescription())
                    .tags(any.getTags())
                    .security(any.getSecurity())
                    .responses(responses(any, command))
                    .parameters(any.getParameters().stream()
                            .filter(parameter -> !PARAMETER.equals(parameter.getName()))
                            .toList())
                    .requestBody(OASFactory.createRequestBody()
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            JSON, OASFactory.createMediaType().schema(schema))));
            if (schema.getProperties() != null) {
                addExample(one, command.code());
            }
            api.getPaths()
                    .addPathItem(
                            path.replace("{" + PARAMETER + "}", command.code()),
                            OASFactory.createPathItem().POST(one));
        }
        records.add(union.substring(union.lastIndexOf('/') + 1));
        records.forEach(api.getComponents()::removeSchema);
    }

    private static Schema scanned(OpenAPI api, Class<?> body) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        return requireNonNull(schemas.get(body.getSimpleName()), () -> body + " is not among " + schemas.keySet());
    }

    /** A copy for one operation that takes nothing but the members of the record. */
    private static Schema own(Schema scanned) {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .additionalPropertiesBoolean(false)
                .properties(scanned.getProperties())
                .required(scanned.getRequired());
    }

    private static APIResponses responses(Operation any, Command command) {
        if (command.hasAnswer()) {
            return any.getResponses();
        }
        APIResponses responses = OASFactory.createAPIResponses()
                .addAPIResponse("204", OASFactory.createAPIResponse().description("Done; there is nothing to show"));
        any.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> !response.getKey().startsWith("2"))
                .forEach(response -> responses.addAPIResponse(response.getKey(), response.getValue()));
        return responses;
    }

    private static Object read(String name) {
        String file = "examples/" + name + ".json";
        try (var example = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (example == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new ObjectMapper().readTree(example);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
