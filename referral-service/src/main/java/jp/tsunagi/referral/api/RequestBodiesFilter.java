package jp.tsunagi.referral.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.openapi.RequestBodies;
import jp.tsunagi.referral.decision.CommandRequest;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.lifecycle.Reasons;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes the request bodies: one operation for each row of {@link CommandShape}, and examples. */
@OpenApiFilter(RunStage.BUILD)
public class RequestBodiesFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> inputs = api.getComponents().getSchemas();
        Map<String, Schema> bodies = new LinkedHashMap<>();
        for (CommandShape shape : CommandShape.values()) {
            bodies.put(shape.code(), schema(shape.type(), Objects.requireNonNull(inputs.get(inputName(shape)))));
        }
        RequestBodies.describeEachCommand(api, "/v1/referrals/{id}/{command}", bodies);
        Paths paths = api.getPaths();
        RequestBodies.addExample(paths.getPathItem("/v1/referrals").getPOST(), "new-referral");
        RequestBodies.addExample(paths.getPathItem("/v1/referrals:check").getPOST(), "new-referral");
        RequestBodies.addExample(paths.getPathItem("/v1/desks/{code}").getPUT(), "correct-desk");
        RequestBodies.addExample(paths.getPathItem("/v1/directory:import").getPOST(), "import-directory");
        api.getComponents().removeSchema(CommandRequest.class.getSimpleName());
        for (CommandShape shape : CommandShape.values()) {
            api.getComponents().removeSchema(inputName(shape));
        }
    }

    /** Commands share the records that they are read into. */
    private static String inputName(CommandShape shape) {
        return shape.body().getSimpleName();
    }

    /** The command's own schema: nothing but the members of its input, and only the reasons that fit the command. */
    private static Schema schema(CommandType type, Schema input) {
        Schema schema = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .title(type.code())
                .additionalPropertiesBoolean(false)
                .required(input.getRequired());
        if (input.getProperties() != null) {
            input.getProperties().forEach(schema::addProperty);
        }
        if (type.reasons() != Reasons.NONE) {
            List<Object> codes =
                    type.reasons().codes().stream().<Object>map(Coded::code).toList();
            schema.addProperty(
                    "reasonCode",
                    OASFactory.createSchema().addType(SchemaType.STRING).enumeration(codes));
        }
        return schema;
    }
}
