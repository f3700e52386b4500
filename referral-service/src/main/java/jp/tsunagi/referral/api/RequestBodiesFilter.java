package jp.tsunagi.referral.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.openapi.RequestBodies;
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
        RequestBodies.describeEachCommand(
                api,
                "/v1/referrals/{id}/{command}",
                Arrays.stream(CommandShape.values())
                        .map(RequestBodiesFilter::command)
                        .toList());
        Paths paths = api.getPaths();
        RequestBodies.addExample(paths.getPathItem("/v1/referrals").getPOST(), "new-referral");
        RequestBodies.addExample(paths.getPathItem("/v1/referrals:check").getPOST(), "new-referral");
        RequestBodies.addExample(paths.getPathItem("/v1/desks/{code}").getPUT(), "correct-desk");
        RequestBodies.addExample(paths.getPathItem("/v1/directory:import").getPOST(), "import-directory");
    }

    private static RequestBodies.Command command(CommandShape shape) {
        return new RequestBodies.Command(
                shape.code(),
                shape.summary(),
                shape.body(),
                body -> withReasonsOf(shape.type(), body),
                shape != CommandShape.DISCARD);
    }

    private static Schema withReasonsOf(CommandType type, Schema body) {
        if (type.reasons() == Reasons.NONE) {
            return body;
        }
        List<Object> codes =
                type.reasons().codes().stream().<Object>map(Coded::code).toList();
        Schema reason = OASFactory.createSchema().addType(SchemaType.STRING).enumeration(codes);
        return body.addProperty("reasonCode", reason);
    }
}
