package jp.tsunagi.referral.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.openapi.RequestBodies;
import jp.tsunagi.referral.decision.CommandRequest;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.lifecycle.Reasons;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes the request bodies: one operation for each row of {@link CommandType}, and examples. */
@OpenApiFilter(RunStage.BUILD)
public class RequestBodiesFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        RequestBodies.describeEachCommand(
                api,
                "/v1/referrals/{id}/{command}",
                Arrays.stream(CommandType.values())
                        .map(RequestBodiesFilter::command)
                        .toList());
        RequestBodies.addExample(api.getPaths().getPathItem("/v1/referrals").getPOST(), "new-referral");
        api.getComponents().removeSchema(CommandRequest.class.getSimpleName());
    }

    private static RequestBodies.Command command(CommandType type) {
        return new RequestBodies.Command(
                type.code(),
                type.code(),
                CommandShape.of(type).type(),
                body -> withReasonsOf(type, body),
                type != CommandType.DISCARD);
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
