package jp.tsunagi.intake.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.counsellor.Counsellor;
import jp.tsunagi.intake.counsellor.Counsellors;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Who works on a case, for programs. */
@Path("/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
class AssignResource {

    private final AssigningCases assigning;
    private final Counsellors counsellors;
    private final Idempotency idempotency;
    private final Identity identity;

    AssignResource(AssigningCases assigning, Counsellors counsellors, Idempotency idempotency, Identity identity) {
        this.assigning = assigning;
        this.counsellors = counsellors;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    /** By name. */
    record Colleagues(List<Counsellor> items) {}

    private record Assigning(UUID id, long version, AssigningCases.Assignment assignment) {}

    private record Releasing(String action, UUID id, long version) {}

    @GET
    @Path("/colleagues")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Operation(
            summary = "List the counsellors of your agency to whom a case may be given",
            description = "Those who were at the desk's pages during the last 30 days.")
    public Colleagues colleagues() {
        return new Colleagues(counsellors.findByAgency(identity.actor().agency()));
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give a case to a colleague, or take it over",
            description =
                    "Needs If-Match with the version you read. The text is a note in the case for whoever gets it;"
                            + " the consulter never reads it. Whoever gets the case sees it as new and is told by mail.")
    public RestResponse<AssigningCases.Assigned> assign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull AssigningCases.Assignment assignment) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        return idempotency
                .once(
                        by.client(),
                        key,
                        new Assigning(id, version, assignment),
                        AssigningCases.Assigned.class,
                        () -> answer(assigning.assign(id, version, assignment, by)))
                .toResponse();
    }

    @POST
    @Path("/{id}/release")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Operation(
            summary = "Give a case back, so that nobody works on it",
            description = "Needs If-Match with the version you read. Refused while the person or a desk has the next"
                    + " word: give such a case to a colleague.")
    public RestResponse<AssigningCases.Assigned> release(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        return idempotency
                .once(
                        by.client(),
                        key,
                        new Releasing("release", id, version),
                        AssigningCases.Assigned.class,
                        () -> answer(assigning.release(id, version, by)))
                .toResponse();
    }

    private static Answer<AssigningCases.Assigned> answer(AssigningCases.Assigned assigned) {
        return Answer.ok(assigned, assigned.version());
    }
}
