package jp.tsunagi.intake.handover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was handed over and what its desks said, for programs. */
@Path("/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
class ReferralListResource {

    private final ReferralList list;
    private final PassingOn passingOn;
    private final Idempotency idempotency;
    private final Identity identity;

    ReferralListResource(ReferralList list, PassingOn passingOn, Idempotency idempotency, Identity identity) {
        this.list = list;
        this.passingOn = passingOn;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    @Schema(name = "EntryPassedOn")
    record PassedOn(UUID referralId, long entry, long version) {}

    @GET
    @Path("/referrals")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    @Operation(
            summary = "List what your agency handed over, the longest waiting first",
            description = "By default everything that is open. undelivered: nobody has said yet that it arrived;"
                    + " question: the desk waits for an answer; returned: the desk has said no and nobody has looked at"
                    + " the case since. Nothing personal is listed.")
    public CursorPage<ReferralList.Line> list(
            @Parameter(schema = @Schema(implementation = ReferralList.View.class)) @QueryParam("view") @Nullable
                    String view,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return list.list(identity.actor(), ReferralList.View.read(view), cursor, CursorPage.size(limit));
    }

    @POST
    @Path("/{id}/referrals/{referral}/entries/{entry}/pass-on")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Operation(
            summary = "Pass on to the consulter what a desk said",
            description = "Needs If-Match with the version of the case that you read. Only what the desk marked for the"
                    + " consulter can be passed on, once. It lies in the mailbox then, in the name of the desk.")
    @APIResponse(
            responseCode = "201",
            description = "The words lie in the mailbox",
            content = @Content(schema = @Schema(implementation = PassedOn.class)))
    public RestResponse<PassedOn> passOn(
            @PathParam("id") UUID id,
            @PathParam("referral") UUID referral,
            @PathParam("entry") long entry,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = identity.actor();
        var wanted = new PassingOn.Request(id, referral, entry, Version.required(ifMatch));
        return idempotency
                .once(by.client(), key, wanted, PassedOn.class, () -> {
                    long version = passingOn.passOn(wanted, by);
                    return Answer.created(new PassedOn(referral, entry, version), version);
                })
                .toResponse();
    }
}
