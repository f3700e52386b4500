package jp.tsunagi.intake.provider;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;

/** The directory of providers for programs. */
@Path("/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
class ProviderResource {

    /** The newest version first. */
    @Schema(name = "ProviderHistory")
    record History(List<ProviderChange> items) {}

    private final Providers providers;
    private final Identity identity;

    ProviderResource(Providers providers, Identity identity) {
        this.providers = providers;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER, Roles.DIRECTORY_WRITE})
    @Transactional
    @Operation(
            summary = "List the services where content is published, and how each takes a request for removal",
            description =
                    "By code. What was not verified says so; it is for counsellors, and not to be told to a person"
                            + " before somebody has looked.")
    public CursorPage<ProviderEntry> list() {
        return new CursorPage<>(providers.findAll(), null);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER, Roles.DIRECTORY_WRITE})
    @Transactional
    @Operation(summary = "Read what is known of a service, and since when")
    public RestResponse<ProviderEntry> get(
            @Parameter(schema = @Schema(pattern = Provider.CODE)) @PathParam("code") String code) {
        return ok(providers.get(code));
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER, Roles.DIRECTORY_WRITE})
    @Transactional
    @Operation(summary = "List who imported, edited or confirmed the entry of a service, and when")
    public History history(@Parameter(schema = @Schema(pattern = Provider.CODE)) @PathParam("code") String code) {
        providers.get(code);
        return new History(providers.history(code));
    }

    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Operation(
            summary = "Correct the entry of a service",
            description = "What says something else is not confirmed any more.")
    public RestResponse<ProviderEntry> edit(
            @Parameter(schema = @Schema(pattern = Provider.CODE)) @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid Provider entry) {
        long version = Version.required(ifMatch);
        if (!entry.code().equals(code)) {
            throw new Refusal(IntakeProblem.PROVIDER_CODE_FIXED).at("/code");
        }
        return ok(providers.edit(entry, version, identity.actor()));
    }

    @POST
    @Path("/{code}/confirm")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Operation(summary = "Say that you looked today and the entry of a service is right")
    public RestResponse<ProviderEntry> confirm(
            @Parameter(schema = @Schema(pattern = Provider.CODE)) @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch) {
        return ok(providers.confirm(code, Version.required(ifMatch), identity.actor()));
    }

    private static RestResponse<ProviderEntry> ok(ProviderEntry entry) {
        return Answer.ok(entry, entry.version()).toResponse();
    }
}
