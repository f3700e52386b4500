package jp.tsunagi.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Says the same of every request: what its headers may hold, that its body holds nothing else, and who may send it. */
@OpenApiFilter(RunStage.BUILD)
public class RequestSchemas implements OASFilter {

    @Override
    public Parameter filterParameter(Parameter parameter) {
        switch (parameter.getName()) {
            case "Idempotency-Key" -> parameter.getSchema().minLength(8).maxLength(128);
            // The quotes of an entity tag and the longest version.
            case "If-Match" -> parameter.getSchema().maxLength(20);
            case "cursor" -> parameter.getSchema().maxLength(500);
            default -> {}
        }
        return parameter;
    }

    /** An empty list says that an operation is for everybody; without any, a client must guess. */
    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getSecurity() == null) {
            operation.setSecurity(List.of());
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Set<String> seen = new HashSet<>();
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .forEach(body -> close(api, body.getSchema(), seen));
    }

    /** The reader of JSON refuses what a schema does not name, so the schema says so. */
    private static void close(OpenAPI api, @Nullable Schema schema, Set<String> seen) {
        if (schema == null) {
            return;
        }
        String name = schema.getRef();
        if (name != null) {
            if (seen.add(name)) {
                close(api, api.getComponents().getSchemas().get(name.substring(name.lastIndexOf('/') + 1)), seen);
            }
            return;
        }
        if (schema.getProperties() != null) {
            schema.setAdditionalPropertiesBoolean(false);
            schema.getProperties().values().forEach(member -> close(api, member, seen));
        }
        close(api, schema.getItems(), seen);
        Stream.of(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(part -> close(api, part, seen));
    }
}
