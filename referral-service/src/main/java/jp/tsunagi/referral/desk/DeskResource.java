package jp.tsunagi.referral.desk;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** The directory for everybody to read, and for an agency to keep its own desks right. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class DeskResource {

    private final Desks desks;
    private final Identity identity;

    DeskResource(Desks desks, Identity identity) {
        this.desks = desks;
        this.identity = identity;
    }

    @GET
    @Path("agencies")
    @PermitAll
    @Transactional
    public CursorPage<Agency> agencies() {
        return new CursorPage<>(desks.agencies(), null);
    }

    @GET
    @Path("desks")
    @PermitAll
    @Transactional
    public CursorPage<Desk> desks(@QueryParam("agency") String agency) {
        return new CursorPage<>(desks.all(agency), null);
    }

    @GET
    @Path("desks/{code}")
    @PermitAll
    @Transactional
    public Response desk(@PathParam("code") String code) {
        Desk desk = desks.get(code);
        return Response.ok(desk).header("ETag", Version.etag(desk.version())).build();
    }

    @GET
    @Path("desks/{code}/intake-profile")
    @PermitAll
    @Transactional
    public IntakeProfile intakeProfile(@PathParam("code") String code) {
        return desks.get(code).profile();
    }

    @PUT
    @Path("desks/{code}")
    @RolesAllowed({"platform-admin", "agency-admin"})
    @Transactional
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Desk entry) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        Desk known = desks.get(code);
        boolean keepsIdentity = entry.code().equals(code) && entry.agency().equals(known.agency());
        if (!keepsIdentity) {
            throw new Refusal(
                            Kind.UNMET, "desk-identity-fixed", "窓口の番号と機関は変えられません。", "A desk keeps its code and agency.")
                    .at("/code", "desk-identity-fixed", "変えられません。", "Must stay as it is.");
        }
        if (!by.hasRole("platform-admin") && !by.belongsTo(known.agency())) {
            throw new Refusal(
                    Kind.FORBIDDEN, "desk-not-yours", "ほかの機関の窓口は変えられません。", "This desk belongs to another agency.");
        }
        Desk changed = desks.change(entry, version, by);
        return Response.ok(changed)
                .header("ETag", Version.etag(changed.version()))
                .build();
    }
}
