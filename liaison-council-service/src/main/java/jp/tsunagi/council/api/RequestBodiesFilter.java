package jp.tsunagi.council.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.council.api.TopicCommandType.Note;
import jp.tsunagi.platform.openapi.RequestBodies;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes the request bodies: one operation for each row of {@link TopicCommandType}, and examples. */
@OpenApiFilter(RunStage.BUILD)
public class RequestBodiesFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> bodies = new LinkedHashMap<>();
        for (TopicCommandType type : TopicCommandType.values()) {
            bodies.put(type.code(), schema(type));
        }
        RequestBodies.describeEachCommand(api, "/v1/topics/{id}/{command}", bodies);
        Paths paths = api.getPaths();
        RequestBodies.addExample(paths.getPathItem("/v1/topics").getPOST(), "propose");
        RequestBodies.addExample(paths.getPathItem("/v1/topics/{id}").getPUT(), "revise");
        RequestBodies.addExample(paths.getPathItem("/v1/topics/{id}/publish").getPOST(), "publish");
        RequestBodies.addExample(paths.getPathItem("/v1/memberships:import").getPOST(), "import-seats");
    }

    private static Schema schema(TopicCommandType type) {
        Schema schema = OASFactory.createSchema()
                .title(type.code())
                .addType(SchemaType.OBJECT)
                .additionalPropertiesBoolean(false);
        for (RecordComponent member : type.body().getRecordComponents()) {
            schema.addProperty(member.getName(), schema(member)).addRequired(member.getName());
        }
        return schema;
    }

    /** A day, or a text that is not blank. */
    private static Schema schema(RecordComponent member) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
        return member.getType() == LocalDate.class
                ? schema.format("date")
                : schema.pattern("\\S").maxLength(Note.MAX);
    }
}
