package jp.tsunagi.intake.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.triage.Decision;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.intake.triagedecision.TriageDecisions;
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

/** What people decide about the answers of triage, for programs. */
@Path("/v1/consultations/{id}/triage-decisions")
@Produces(MediaType.APPLICATION_JSON)
class TriageDecisionResource {

    private final TriageDecisions decisions;
    private final Idempotency idempotency;
    private final Identity identity;

    TriageDecisionResource(TriageDecisions decisions, Idempotency idempotency, Identity identity) {
        this.decisions = decisions;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    /**
     * A decision.
     *
     * @param codes the answer: one urgency, one wish, one desk that it belongs to or does not, or all kinds of harm
     * @param reason needed to lower the urgency
     */
    @Schema(name = "TriageDecisionRequest")
    record Request(
            @NotNull Rule.Question question,
            @NotEmpty @Size(max = MAX_CODES) List<@NotBlank @Size(max = MAX_CODE) String> codes,

            @Schema(maxLength = Narrative.MAX_CODE_POINTS) @Nullable
            String reason) {}

    /** More than there are kinds of harm. */
    private static final int MAX_CODES = 30;

    private static final int MAX_CODE = 40;

    @Schema(name = "TriageDecided")
    record Decided(Rule.Question question, List<String> codes, long version) {}

    private record Deciding(UUID id, long version, Request request) {}

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Accept or correct one answer of triage",
            description =
                    "Needs If-Match with the version you read. What is suggested and what is decided stay on record"
                            + " as evidence about the rules. Anybody may raise the urgency; only a supervisor lowers it, with a"
                            + " reason. Handing a case over decides the desk by itself.")
    @APIResponse(
            responseCode = "201",
            description = "The case goes by the decision",
            content = @Content(schema = @Schema(implementation = Decided.class)))
    public RestResponse<Decided> decide(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid Request request) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        return idempotency
                .once(by.client(), key, new Deciding(id, version, request), Decided.class, () -> {
                    Decision decision = Decision.read(request.question, request.codes);
                    var stored = decisions.decide(id, version, decision, request.reason, by);
                    return Answer.created(
                            new Decided(decision.question(), decision.codes(), stored.version()), stored.version());
                })
                .toResponse();
    }
}
