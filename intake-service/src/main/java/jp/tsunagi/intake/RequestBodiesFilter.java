package jp.tsunagi.intake;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import jp.tsunagi.platform.openapi.RequestBodies;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Shows a body for each operation that takes JSON, in the description of the API: the files that the tests send too. */
@OpenApiFilter(RunStage.BUILD)
public class RequestBodiesFilter implements OASFilter {

    /** Names of the files in {@code /examples}, by path. */
    static final Map<String, List<String>> FILES = Map.ofEntries(
            Map.entry("/v1/consultations", List.of("consultation")),
            Map.entry("/v1/consultations/rules/dry-runs", List.of("dry-run")),
            Map.entry("/v1/consultations/{id}/assign", List.of("assign")),
            Map.entry("/v1/consultations/{id}/triage-decisions", List.of("triage-decision")),
            Map.entry("/v1/consultations/{id}/answers", List.of("answer")),
            Map.entry("/v1/consultations/{id}/close", List.of("close")),
            Map.entry("/v1/consultations/{id}/notes", List.of("note")),
            Map.entry("/v1/consultations/{id}/referrals", List.of("referral-by-consent", "referral-in-danger-to-life")),
            Map.entry("/v1/consultations/{id}/approvals/{approval}/approve", List.of("approval")),
            Map.entry("/v1/consultations/{id}/approvals/{approval}/decline", List.of("approval-declined")),
            Map.entry("/v1/consultations/{id}/targets", List.of("targets")),
            Map.entry("/v1/consultations/{id}/targets/{target}/requests", List.of("request-to-provider")),
            Map.entry(
                    "/v1/consultations/{id}/targets/{target}/requests/{request}/answers",
                    List.of("answer-of-provider")),
            Map.entry("/v1/consultations/{id}/targets/{target}/letters/{form}/pdf", List.of("letter")),
            Map.entry("/v1/mailbox/targets/{target}/letters/{form}", List.of("letter")),
            Map.entry("/v1/mailbox/targets/{target}/letters/{form}/pdf", List.of("letter")),
            Map.entry("/v1/mailbox/targets/{target}/requests", List.of("request-to-provider")),
            Map.entry("/v1/mailbox/targets/{target}/requests/{request}/answers", List.of("answer-of-provider")),
            Map.entry("/v1/consultations/{id}/deadlines", List.of("starting-day")),
            Map.entry("/v1/mailbox/deadlines", List.of("starting-day")),
            Map.entry("/v1/mailbox/messages", List.of("mailbox-message")));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        FILES.forEach((path, names) -> {
            Operation post = api.getPaths().getPathItem(path).getPOST();
            names.forEach(name -> RequestBodies.addExample(post, name));
        });
        RequestBodies.addExample(
                api.getPaths().getPathItem("/v1/providers/{code}").getPUT(), "provider");
        RequestBodies.addExample(
                api.getPaths()
                        .getPathItem("/v1/consultations/{id}/targets/{target}/letters/{form}")
                        .getPUT(),
                "letter");
    }
}
