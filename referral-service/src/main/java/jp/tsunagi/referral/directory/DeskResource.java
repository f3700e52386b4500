package jp.tsunagi.referral.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.desk.Agency;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.referral.desk.IntakeProfile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The directory for everybody to read, and for an agency to correct its own desks. */
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
    @Operation(summary = "List the agencies that run desks")
    public CursorPage<Agency> agencies() {
        return new CursorPage<>(desks.agencies(), null);
    }

    @GET
    @Path("desks")
    @PermitAll
    @Transactional
    @Operation(summary = "List the desks, all or those of one agency")
    public CursorPage<Desk> desks(
            @Parameter(schema = @Schema(pattern = Desk.CODE)) @QueryParam("agency") @Nullable String agency) {
        return new CursorPage<>(agency == null ? desks.findAll() : desks.findByAgency(agency), null);
    }

    @GET
    @Path("desks/{code}")
    @PermitAll
    @Transactional
    @Operation(summary = "Read what a desk takes, how and when it can be reached, and since when we know")
    public RestResponse<Desk> desk(@Parameter(schema = @Schema(pattern = Desk.CODE)) @PathParam("code") String code) {
        Desk desk = desks.get(code);
        return Answer.ok(desk, desk.version()).toResponse();
    }

    @GET
    @Path("desks/{code}/intake-profile")
    @PermitAll
    @Transactional
    @Operation(summary = "Read what a desk requires, wants and refuses")
    public IntakeProfile intakeProfile(
            @Parameter(schema = @Schema(pattern = Desk.CODE)) @PathParam("code") String code) {
        return desks.get(code).profile();
    }

    @PUT
    @Path("desks/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLATFORM_ADMIN, Roles.AGENCY_ADMIN})
    @Transactional
    @Operation(summary = "Correct the entry of one of your agency's desks")
    public RestResponse<Desk> change(
            @Parameter(schema = @Schema(pattern = Desk.CODE)) @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid Desk entry) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        Desk known = desks.getForChange(code);
        boolean keepsIdentity = entry.code().equals(code) && entry.agency().equals(known.agency());
        if (!keepsIdentity) {
            throw ReferralProblem.DESK_IDENTITY_FIXED.at("/code");
        }
        if (!by.hasRole(Roles.PLATFORM_ADMIN) && !by.belongsTo(known.agency())) {
            throw new Refusal(ReferralProblem.DESK_NOT_YOURS);
        }
        Desk changed = desks.change(entry, version, by);
        return Answer.ok(changed, changed.version()).toResponse();
    }
}
