package jp.tsunagi.referral.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.referral.handover.Verb;

/** Where an agency accepts, rejects, asks, works on and ends a referral, and the origin takes it back. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CommandResource {

    record Commands(List<String> commands) {}

    private record Asked(UUID id, String command, long version, CommandRequest body) {}

    private final Deciding deciding;
    private final Idempotency idempotency;
    private final Identity identity;

    CommandResource(Deciding deciding, Idempotency idempotency, Identity identity) {
        this.deciding = deciding;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    @GET
    @Path("{id}/available-commands")
    @RolesAllowed({
        "counsellor",
        "supervisor",
        "agency-staff",
        "agency-admin",
        "privacy-officer",
        "referral:read",
        "referral:decide",
        "referral:create"
    })
    @Transactional
    public Commands availableCommands(@PathParam("id") UUID id) {
        return new Commands(deciding.choices(id, identity.actor()));
    }

    @POST
    @Path("{id}/{command}")
    @RolesAllowed({
        "counsellor",
        "supervisor",
        "agency-staff",
        "agency-admin",
        "privacy-officer",
        "referral:decide",
        "referral:create"
    })
    @Transactional
    public Response decide(
            @PathParam("id") UUID id,
            @PathParam("command") String command,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @Valid CommandRequest body) {
        Actor by = identity.actor();
        Verb verb = verb(command);
        long version = Version.required(ifMatch);
        CommandRequest said = body == null ? CommandRequest.NOTHING : body;
        return idempotency.once(
                by.agency() + "/" + by.id(),
                key,
                new Asked(id, command, version, said),
                () -> deciding.decide(id, verb, version, said, by)
                        .map(decided -> Response.ok(decided)
                                .header("ETag", Version.etag(decided.version()))
                                .build())
                        .orElseGet(() -> Response.noContent().build()));
    }

    static Verb verb(String command) {
        return Verb.of(command)
                .orElseThrow(() -> new Refusal(
                        Kind.NOT_FOUND,
                        "command-unknown",
                        "その操作はありません。",
                        "No such command; see /v1/meta/state-machine."));
    }
}
