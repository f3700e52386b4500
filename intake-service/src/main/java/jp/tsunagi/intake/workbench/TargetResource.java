package jp.tsunagi.intake.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.RelatedCase;
import jp.tsunagi.intake.removal.ProviderAnswer;
import jp.tsunagi.intake.removal.ProviderRequests;
import jp.tsunagi.intake.removal.TargetView;
import jp.tsunagi.intake.removal.Targets;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The places that a case is about, for programs: what is known of each, what providers were asked, and what they said. */
@Path("/v1/consultations/{id}/targets")
@Produces(MediaType.APPLICATION_JSON)
class TargetResource {

    private static final int MAX_URL_FIELD = 4_000;

    private final CaseFiles files;
    private final CaseTargets targets;
    private final Idempotency idempotency;
    private final Identity identity;

    TargetResource(CaseFiles files, CaseTargets targets, Idempotency idempotency, Identity identity) {
        this.files = files;
        this.targets = targets;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    /** Every place that was named so far, in that order. */
    @Schema(name = "Targets")
    record View(List<TargetView> items, List<Related> related) {}

    /**
     * Cases about the same place.
     *
     * @param url the place
     */
    @Schema(name = "RelatedCases")
    record Related(String url, List<RelatedCase> consultations) {}

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    @Operation(
            summary = "List the places that a case is about",
            description =
                    "Each with the service that it belongs to, what that service was asked, and the days that the law"
                            + " sets for its answer. related names other cases of your agency that are about the same place. The"
                            + " read is audited. Nothing is ever fetched.")
    public View list(@PathParam("id") UUID id) {
        Actor reader = identity.actor();
        CaseFile file = files.read(id, reader);
        return new View(
                targets.of(file).stream().map(TargetView::of).toList(),
                files.findRelated(file, reader).entrySet().stream()
                        .map(one -> new Related(one.getKey(), one.getValue()))
                        .toList());
    }

    /** @param urls each may hold several addresses, with any text between them */
    @Schema(name = "TargetsRequest")
    record Naming(
            @NotEmpty @Size(max = Targets.MAX_COUNT) List<@NotNull @Size(min = 1, max = MAX_URL_FIELD) String> urls) {}

    private record NamingIn(UUID id, Naming naming) {}

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Name more places",
            description =
                    "Share links and tracking parameters are undone; typed keeps what you sent. A place that the case"
                            + " has already is no second one. Up to 200 in a case.")
    @APIResponse(
            responseCode = "201",
            description = "Places that the case has now",
            content = @Content(schema = @Schema(implementation = Named.class)))
    public RestResponse<Named> name(
            @PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid Naming naming) {
        Actor by = identity.actor();
        return idempotency
                .once(by.client(), key, new NamingIn(id, naming), Named.class, () -> {
                    targets.add(id, String.join("\n", naming.urls), by);
                    return Answer.created(new Named(id));
                })
                .toResponse();
    }

    /** @param consultationId the case that has the places; list them to see how they are kept */
    @Schema(name = "TargetsNamed")
    record Named(UUID consultationId) {}

    private record Asking(UUID id, UUID target, ProviderRequests.Asked asked) {}

    /** @param requestId names the request when its answer comes */
    @Schema(name = "ProviderRequestRecorded")
    record Recorded(UUID requestId) {}

    @POST
    @Path("/{target}/requests")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Note that the consulter asked a provider",
            description = "The platform never asks for them. The day starts the periods of docs/deadlines.md.")
    @APIResponse(
            responseCode = "201",
            description = "The request stands in the case",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    public RestResponse<Recorded> ask(
            @PathParam("id") UUID id,
            @PathParam("target") UUID target,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid ProviderRequests.Asked asked) {
        Actor by = identity.actor();
        return idempotency
                .once(
                        by.client(),
                        key,
                        new Asking(id, target, asked),
                        Recorded.class,
                        () -> Answer.created(
                                new Recorded(targets.ask(id, target, asked, by).id())))
                .toResponse();
    }

    private record Answering(UUID id, UUID target, UUID request, ProviderRequests.Came came) {}

    @POST
    @Path("/{target}/requests/{request}/answers")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Note what a provider answered",
            description =
                    "The last answer counts; earlier ones stay on record. entered-in-error takes the request back."
                            + " A refusal needs the reason that the provider gave.")
    @APIResponse(
            responseCode = "201",
            description = "The answer stands in the case",
            content = @Content(schema = @Schema(implementation = ProviderAnswer.class)))
    public RestResponse<ProviderAnswer> answer(
            @PathParam("id") UUID id,
            @PathParam("target") UUID target,
            @PathParam("request") UUID request,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid ProviderRequests.Came came) {
        Actor by = identity.actor();
        return idempotency
                .once(
                        by.client(),
                        key,
                        new Answering(id, target, request, came),
                        ProviderAnswer.class,
                        () -> Answer.created(targets.answer(id, new ProviderRequests.Key(target, request), came, by)))
                .toResponse();
    }
}
