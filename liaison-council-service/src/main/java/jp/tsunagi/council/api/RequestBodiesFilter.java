package jp.tsunagi.council.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.platform.openapi.RequestBodies;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;

/** Describes the request bodies: one operation for each row of {@link TopicCommandType}, and examples. */
@OpenApiFilter(RunStage.BUILD)
public class RequestBodiesFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        RequestBodies.describeEachCommand(
                api,
                "/v1/topics/{id}/{command}",
                Arrays.stream(TopicCommandType.values())
                        .map(type -> new RequestBodies.Command(type.code(), type.summary(), type.body()))
                        .toList());
        Paths paths = api.getPaths();
        RequestBodies.addExample(paths.getPathItem("/v1/topics").getPOST(), "propose");
        RequestBodies.addExample(paths.getPathItem("/v1/topics/{id}").getPUT(), "revise");
        RequestBodies.addExample(
                paths.getPathItem("/v1/topics/{id}/request-publication").getPOST(), "request-publication");
        RequestBodies.addExample(paths.getPathItem("/v1/topics/{id}/publish").getPOST(), "publish");
        for (String command : List.of("request-correction", "publish-correction", "take-down")) {
            RequestBodies.addExample(
                    paths.getPathItem("/v1/topics/{id}/" + command).getPOST(), command);
        }
        RequestBodies.addExample(paths.getPathItem("/v1/routing-guides").getPOST(), "propose-routing-guide");
        RequestBodies.addExample(
                paths.getPathItem("/v1/routing-guides/{id}/withdraw").getPOST(), "withdraw-routing-guide");
        RequestBodies.addExample(paths.getPathItem("/v1/memberships:import").getPOST(), "import-seats");
    }
}
