package jp.tsunagi.platform.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What the filters of the services have in common when they describe request bodies. */
public final class RequestBodies {

    private static final String JSON = "application/json";
    private static final String PARAMETER = "command";

    private RequestBodies() {}

    /** Shows {@code /examples/<name>.json} of the service as a body of the operation; the tests send the same file. */
    public static void addExample(Operation operation, String name) {
        MediaType body = operation.getRequestBody().getContent().getMediaType(JSON);
        body.addExample(name, OASFactory.createExample().value(read(name)));
    }

    /**
     * Describes {@code POST …/{command}} as one operation for each command, because each takes another body. A command
     * that takes members shows the example of its name.
     *
     * @param bodies the schema of the body by the command's code
     */
    public static void describeEachCommand(OpenAPI api, String path, Map<String, Schema> bodies) {
        Operation any = api.getPaths().getPathItem(path).getPOST();
        api.getPaths().removePathItem(path);
        bodies.forEach((code, schema) -> {
            Operation one = OASFactory.createOperation()
                    .summary(any.getSummary() + ": " + code)
                    .description(any.getDescription())
                    .tags(any.getTags())
                    .security(any.getSecurity())
                    .responses(any.getResponses())
                    .parameters(any.getParameters().stream()
                            .filter(parameter -> !PARAMETER.equals(parameter.getName()))
                            .toList())
                    .requestBody(OASFactory.createRequestBody()
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            JSON, OASFactory.createMediaType().schema(schema))));
            if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
                addExample(one, code);
            }
            api.getPaths()
                    .addPathItem(
                            path.replace("{" + PARAMETER + "}", code),
                            OASFactory.createPathItem().POST(one));
        });
    }

    private static Object read(String name) {
        String file = "/examples/" + name + ".json";
        try (InputStream example =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file.substring(1))) {
            if (example == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new ObjectMapper().readTree(example);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
