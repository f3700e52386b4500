package jp.tsunagi.intake.awareness;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Category;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The catalogue of awareness material for everybody's programs. */
@Path("/v1/awareness-materials")
@Produces(MediaType.APPLICATION_JSON)
class AwarenessResource {

    /** Old editions too; replacedBy names the newer one. */
    @Schema(name = "AwarenessMaterials")
    record View(List<Material> items) {}

    @GET
    @PermitAll
    @Operation(
            summary = "List material against trouble on the internet",
            description =
                    "Made by others, with publisher, audience, edition, our source and the day it was written. An address"
                            + " that nobody knows is empty.")
    public View list(
            @Parameter(schema = @Schema(implementation = Category.class)) @QueryParam("category") @Nullable
                    String category,
            @Parameter(schema = @Schema(implementation = Audience.class)) @QueryParam("audience") @Nullable
                    String audience) {
        Violations violations = new Violations();
        Optional<Category> about = violations.find(Category.class, category, "/category");
        Optional<Audience> audienceOf = violations.find(Audience.class, audience, "/audience");
        violations.throwIfAny();
        return new View(AwarenessMaterials.all().stream()
                .filter(one -> about.isEmpty() || one.categories().contains(about.get()))
                .filter(one -> audienceOf.isEmpty() || one.audiences().contains(audienceOf.get()))
                .toList());
    }
}
