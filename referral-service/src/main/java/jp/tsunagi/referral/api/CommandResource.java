package jp.tsunagi.referral.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.JsonBody;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.decision.CommandRequest;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.referral.decision.DecidingReferrals;
import jp.tsunagi.referral.decision.DecidingReferrals.Decided;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where an agency accepts, rejects, asks, works on and ends a referral, and the origin takes it back. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.COUNSELLOR,
    Roles.SUPERVISOR,
    Roles.AGENCY_STAFF,
    Roles.AGENCY_ADMIN,
    Roles.PRIVACY_OFFICER,
    Roles.REFERRAL_DECIDE,
    Roles.REFERRAL_CREATE
})
class CommandResource {

    private record Request(UUID id, CommandShape command, long version, CommandRequest body) {}

    private final DecidingReferrals deciding;
    private final Idempotency idempotency;
    private final Identity identity;
    private final JsonBody json;

    CommandResource(DecidingReferrals deciding, Idempotency idempotency, Identity identity, JsonBody json) {
        this.deciding = deciding;
        this.idempotency = idempotency;
        this.identity = identity;
        this.json = json;
    }

    @POST
    @Path("referrals/{id}/{command}")
    @Transactional
    @Operation(summary = "Give a command on a referral, for example accept, reject or complete")
    public RestResponse<Decided> decide(
            @PathParam("id") UUID id,
            @PathParam("command") String command,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = CommandRequest.class))) @Nullable
                    JsonNode body) {
        Actor by = identity.actor();
        CommandShape shape = Coded.find(CommandShape.class, command)
                .orElseThrow(() -> new Refusal(ReferralProblem.COMMAND_NOT_FOUND));
        long version = Version.required(ifMatch);
        CommandRequest request = json.read(body, shape.body());
        return idempotency
                .once(
                        by.client(),
                        key,
                        new Request(id, shape, version, request),
                        Decided.class,
                        () -> deciding.decide(id, shape, version, request, by)
                                .map(decided -> Answer.ok(decided, decided.version()))
                                .orElseGet(Answer::noContent))
                .toResponse();
    }
}
