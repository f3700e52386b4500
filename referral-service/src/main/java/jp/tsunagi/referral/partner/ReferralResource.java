package jp.tsunagi.referral.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.referral.delivery.Deliveries;
import jp.tsunagi.referral.handover.Listed;

/** The referrals of an agency: those it received and those it sent. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
class ReferralResource {

    private final Boxes boxes;
    private final Reading reading;
    private final Deliveries deliveries;
    private final Identity identity;

    ReferralResource(Boxes boxes, Reading reading, Deliveries deliveries, Identity identity) {
        this.boxes = boxes;
        this.reading = reading;
        this.deliveries = deliveries;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({
        "counsellor",
        "supervisor",
        "agency-staff",
        "agency-admin",
        "referral:read",
        "referral:decide",
        "referral:create"
    })
    @Transactional
    public CursorPage<Listed> list(
            @QueryParam("box") @DefaultValue("inbox") String box,
            @QueryParam("status") List<String> status,
            @QueryParam("modified_since") String modifiedSince,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return boxes.page(new Boxes.Asked(box, status, modifiedSince, cursor, limit), identity.actor());
    }

    @GET
    @Path("{id}")
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
    public Response one(@PathParam("id") UUID id) {
        ReferralView view = reading.view(id, identity.actor());
        return Response.ok(view).header("ETag", Version.etag(view.version())).build();
    }

    @GET
    @Path("{id}/deliveries")
    @RolesAllowed({
        "counsellor",
        "supervisor",
        "agency-staff",
        "agency-admin",
        "referral:read",
        "referral:decide",
        "referral:create"
    })
    @Transactional
    public CursorPage<Deliveries.Delivery> deliveries(@PathParam("id") UUID id) {
        Actor reader = identity.actor();
        boxes.requireVisible(id, reader);
        return new CursorPage<>(deliveries.of(id), null);
    }
}
