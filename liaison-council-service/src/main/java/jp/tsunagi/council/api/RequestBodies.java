package jp.tsunagi.council.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.council.api.TopicCommandType.Note;
import jp.tsunagi.platform.code.Coded;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes the request bodies: a schema for each row of {@link TopicCommandType}, and the examples that tests send. */
@OpenApiFilter(RunStage.BUILD)
public class RequestBodies implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Paths paths = api.getPaths();
        describeCommands(paths.getPathItem("/v1/topics/{id}/{command}").getPOST());
        addExample(paths.getPathItem("/v1/topics").getPOST(), "propose");
        addExample(paths.getPathItem("/v1/topics/{id}").getPUT(), "revise");
        addExample(paths.getPathItem("/v1/topics/{id}/publish").getPOST(), "publish");
        addExample(paths.getPathItem("/v1/memberships:import").getPOST(), "import-seats");
    }

    private static void describeCommands(Operation move) {
        Schema oneOf = OASFactory.createSchema();
        for (TopicCommandType type : TopicCommandType.values()) {
            Schema schema = OASFactory.createSchema()
                    .title(type.code())
                    .addType(SchemaType.OBJECT)
                    .additionalPropertiesBoolean(false);
            for (RecordComponent member : type.body().getRecordComponents()) {
                schema.addProperty(member.getName(), schema(member)).addRequired(member.getName());
            }
            oneOf.addOneOf(schema);
            if (schema.getRequired() != null) {
                addExample(move, type.code());
            }
        }
        body(move).schema(oneOf);
        move.getParameters().stream()
                .filter(parameter -> "command".equals(parameter.getName()))
                .forEach(parameter -> parameter.schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .enumeration(List.copyOf(Coded.codes(TopicCommandType.class)))));
    }

    /** A day, or a text that is not blank. */
    private static Schema schema(RecordComponent member) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
        return member.getType() == LocalDate.class
                ? schema.format("date")
                : schema.pattern("\\S").maxLength(Note.MAX);
    }

    private static void addExample(Operation operation, String name) {
        try (var file = RequestBodies.class.getResourceAsStream("/examples/" + name + ".json")) {
            Object value = new ObjectMapper().readTree(file);
            body(operation).addExample(name, OASFactory.createExample().value(value));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("examples/" + name + ".json", unreadable);
        }
    }

    private static MediaType body(Operation operation) {
        return operation.getRequestBody().getContent().getMediaType("application/json");
    }
}
