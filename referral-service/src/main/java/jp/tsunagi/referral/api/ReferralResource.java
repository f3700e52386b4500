package jp.tsunagi.referral.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.referral.decision.DecidingReferrals;
import jp.tsunagi.referral.reading.ReadingReferrals;
import jp.tsunagi.referral.reading.ReferralView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** One referral and what its reader may do with it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.COUNSELLOR,
    Roles.SUPERVISOR,
    Roles.AGENCY_STAFF,
    Roles.AGENCY_ADMIN,
    Roles.PRIVACY_OFFICER,
    Roles.REFERRAL_READ,
    Roles.REFERRAL_DECIDE,
    Roles.REFERRAL_CREATE
})
class ReferralResource {

    record Commands(List<CommandShape> commands) {}

    private final ReadingReferrals reading;
    private final DecidingReferrals deciding;
    private final Identity identity;

    ReferralResource(ReadingReferrals reading, DecidingReferrals deciding, Identity identity) {
        this.reading = reading;
        this.deciding = deciding;
        this.identity = identity;
    }

    @GET
    @Path("referrals/{id}")
    @Transactional
    @Operation(summary = "Read a referral; reading personal data is recorded")
    public RestResponse<ReferralView> read(@PathParam("id") UUID id) {
        ReferralView view = reading.read(id, identity.actor());
        return Answer.ok(view, view.header().version()).toResponse();
    }

    @GET
    @Path("referrals/{id}/available-commands")
    @Transactional
    @Operation(summary = "List the commands that you may give on a referral now")
    public Commands availableCommands(@PathParam("id") UUID id) {
        return new Commands(deciding.findAvailable(id, identity.actor()));
    }
}
