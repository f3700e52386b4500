package jp.tsunagi.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/** Shows a body for each POST in the description of the API: the files that the tests send as well. */
@OpenApiFilter(RunStage.BUILD)
public class RequestExamples implements OASFilter {

    /** Names of the files in {@code /examples}, by path. */
    static final Map<String, List<String>> FILES = Map.of(
            "/v1/consultations", List.of("consultation"),
            "/v1/consultations/{id}/answers", List.of("answer"),
            "/v1/consultations/{id}/referrals", List.of("referral-by-consent", "referral-in-danger-to-life"),
            "/v1/mailbox/messages", List.of("mailbox-message"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        FILES.forEach((path, names) -> {
            MediaType body = api.getPaths()
                    .getPathItem(path)
                    .getPOST()
                    .getRequestBody()
                    .getContent()
                    .getMediaType("application/json");
            names.forEach(
                    name -> body.addExample(name, OASFactory.createExample().value(read(name))));
        });
    }

    private static Object read(String name) {
        try (var file = RequestExamples.class.getResourceAsStream("/examples/" + name + ".json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
