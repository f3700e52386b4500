package jp.tsunagi.intake.handover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Handing a case over, for programs. */
@Path("/v1/consultations/{id}/referrals")
@Produces(MediaType.APPLICATION_JSON)
class HandoverResource {

    private record Request(UUID id, long version, HandoverRequest handover) {}

    private final HandingOver handingOver;
    private final CaseFiles files;
    private final Desks desks;
    private final Idempotency idempotency;
    private final Identity identity;

    HandoverResource(
            HandingOver handingOver, CaseFiles files, Desks desks, Idempotency idempotency, Identity identity) {
        this.handingOver = handingOver;
        this.files = files;
        this.desks = desks;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Hand a case over to another agency's desk",
            description = "Needs If-Match with the version you read. Everything that speaks against it is named at"
                    + " once. Without consent, or by a consent told after the consulter had said no, it waits for the"
                    + " approval of a supervisor with another account.")
    @APIResponse(
            responseCode = "202",
            description = "Recorded: on its way to the desk (sending), or waiting for a second person"
                    + " (awaiting-approval)",
            content = @Content(schema = @Schema(implementation = HandingOver.Result.class)))
    public RestResponse<HandingOver.Result> create(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid HandoverRequest handover) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        return idempotency
                .once(by.client(), key, new Request(id, version, handover), HandingOver.Result.class, () -> {
                    HandoverPlan plan = handover.plan();
                    return Answer.accepted(handingOver.handOver(
                            files.readForHandOver(id, by),
                            desks.find(plan.targetDesk()),
                            new HandingOver.Request(handover, version, by)));
                })
                .toResponse();
    }
}
