package jp.tsunagi.intake.handover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
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
import org.jspecify.annotations.Nullable;

/** Hand-overs that wait for a second person, for programs. */
@Path("/v1/consultations/{id}/approvals")
@Produces(MediaType.APPLICATION_JSON)
class ApprovalResource {

    private static final int MAX_REASON = 2_000;

    private record Request(UUID id, UUID approval, String action, long version, DecisionRequest decision) {}

    private final DecidingApprovals deciding;
    private final WaitingHandovers waiting;
    private final CaseFiles files;
    private final Idempotency idempotency;
    private final Identity identity;

    ApprovalResource(
            DecidingApprovals deciding,
            WaitingHandovers waiting,
            CaseFiles files,
            Idempotency idempotency,
            Identity identity) {
        this.deciding = deciding;
        this.waiting = waiting;
        this.files = files;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    /** @param reason why it is approved or declined */
    @Schema(name = "ApprovalDecision")
    record DecisionRequest(
            @Size(max = MAX_REASON) @Schema(required = true) @Nullable
            String reason) {}

    /** One request for approval, with what would be handed over and why. */
    @Schema(name = "Approval")
    record Asked(
            UUID id,
            HandoverRequest handover,
            String requestedBy,
            Instant requestedAt,
            @Nullable Decided decision) {

        static Asked of(WaitingHandovers.Waiting one) {
            Approval approval = one.approval();
            return new Asked(
                    approval.id(),
                    one.wanted(),
                    approval.requestedBy().id(),
                    approval.requestedAt(),
                    approval.decision() == null ? null : Decided.of(approval.decision()));
        }
    }

    @Schema(name = "ApprovalDecided")
    record Decided(Approval.Verdict verdict, String reason, String by, String role, Instant at) {

        static Decided of(Approval.Decision decision) {
            return new Decided(decision.verdict(), decision.reason(), decision.by(), decision.role(), decision.at());
        }
    }

    /** All of one case, and its version, which a decision must name. */
    @Schema(name = "Approvals")
    record Approvals(long version, List<Asked> items) {}

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Operation(
            summary = "List the hand-overs of a case that wait for a second person, and those that did",
            description = "The read is audited as a read of the case.")
    public RestResponse<Approvals> list(@PathParam("id") UUID id) {
        CaseFile file = files.read(id, identity.actor());
        List<Asked> items =
                waiting.findByConsultation(id).stream().map(Asked::of).toList();
        return Answer.ok(new Approvals(file.version(), items), file.version()).toResponse();
    }

    @POST
    @Path("/{approval}/approve")
    @RolesAllowed(Roles.SUPERVISOR)
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Approve a hand-over that another account asked for",
            description = "Needs If-Match with the version of the case. Every check runs again; then it goes.")
    @APIResponse(
            responseCode = "202",
            description = "Recorded; the desk receives it as soon as it can be reached",
            content = @Content(schema = @Schema(implementation = HandingOver.Result.class)))
    public RestResponse<HandingOver.Result> approve(
            @PathParam("id") UUID id,
            @PathParam("approval") UUID approval,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid DecisionRequest decision) {
        Request request = new Request(id, approval, "approve", Version.required(ifMatch), decision);
        return decide(request, key, deciding::approve);
    }

    @POST
    @Path("/{approval}/decline")
    @RolesAllowed(Roles.SUPERVISOR)
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decline a hand-over that another account asked for",
            description = "Needs If-Match with the version of the case.")
    @APIResponse(
            responseCode = "202",
            description = "Recorded; nothing was handed over",
            content = @Content(schema = @Schema(implementation = HandingOver.Result.class)))
    public RestResponse<HandingOver.Result> decline(
            @PathParam("id") UUID id,
            @PathParam("approval") UUID approval,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid DecisionRequest decision) {
        Request request = new Request(id, approval, "decline", Version.required(ifMatch), decision);
        return decide(request, key, deciding::decline);
    }

    private RestResponse<HandingOver.Result> decide(
            Request request, String key, BiFunction<CaseFile, DecidingApprovals.Verdict, HandingOver.Result> decision) {
        Actor by = identity.actor();
        return idempotency
                .once(by.client(), key, request, HandingOver.Result.class, () -> {
                    CaseFile file = files.readForHandOver(request.id(), by);
                    return Answer.accepted(decision.apply(
                            file,
                            new DecidingApprovals.Verdict(
                                    request.approval(), request.decision().reason(), request.version(), by)));
                })
                .toResponse();
    }
}
