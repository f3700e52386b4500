package jp.tsunagi.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes the problem that any operation may answer with, once for the whole API (RFC 9457). */
@OpenApiFilter(RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String NAME = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        Schema problem = OASFactory.createSchema().ref("#/components/schemas/" + NAME);
        api.getComponents()
                .addSchema(NAME, problem())
                .addResponse(
                        NAME,
                        OASFactory.createAPIResponse()
                                .description("The request was refused. `code` says why and does not change; `detail` "
                                        + "is for people, in the language of Accept-Language.")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType().schema(problem))));
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            operation
                    .getResponses()
                    .addAPIResponse("4XX", OASFactory.createAPIResponse().ref("#/components/responses/" + NAME))
                    .addAPIResponse("5XX", OASFactory.createAPIResponse().ref("#/components/responses/" + NAME));
        }
        return operation;
    }

    private static Schema problem() {
        return object().addProperty("type", string("urn:tsunagi:problem:<code>"))
                .addProperty("title", string("The kind of refusal in a few words"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", string("What happened and what to do"))
                .addProperty("instance", string("urn:tsunagi:request:<requestId>"))
                .addProperty("code", string("Stable, kebab-case; listed in the service's README"))
                .addProperty("blame", string("Whose side must act").enumeration(List.of("sender", "hub")))
                .addProperty(
                        "retryable",
                        OASFactory.createSchema()
                                .addType(SchemaType.BOOLEAN)
                                .description("The same request may succeed later"))
                .addProperty("requestId", string("Name this in a question to the platform's operator"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(error()))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static Schema error() {
        return object().addProperty("pointer", string("RFC 6901 JSON pointer into the request"))
                .addProperty("code", string("Why this place is not accepted"))
                .addProperty("detail", string("The sentence for people"))
                .addProperty(
                        "allowed",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("The codes that are offered, where there is a list")
                                .items(OASFactory.createSchema().addType(SchemaType.STRING)))
                .required(List.of("pointer", "code", "detail"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
