package jp.tsunagi.intake.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import jp.tsunagi.intake.casedeadline.DeadlineCalendar;
import jp.tsunagi.intake.casedeadline.DeadlineView;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.deadline.StartingDay;
import jp.tsunagi.intake.deadline.StartingDays;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.RequestLocale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The deadlines of a case for programs, and the days from which they run. */
@Path("/v1/consultations/{id}/deadlines")
@Produces(MediaType.APPLICATION_JSON)
class DeadlineResource {

    private final HandlingDeadlines handling;
    private final Idempotency idempotency;
    private final Identity identity;
    private final RequestLocale locales;

    DeadlineResource(HandlingDeadlines handling, Idempotency idempotency, Identity identity, RequestLocale locales) {
        this.handling = handling;
        this.idempotency = idempotency;
        this.identity = identity;
        this.locales = locales;
    }

    /**
     * The deadlines of a case.
     *
     * @param items first what presses and can still be acted on, then by their ends
     * @param days everything that was noted, in that order; the last one about an event and a place counts
     */
    @Schema(name = "CaseDeadlines")
    record View(List<DeadlineView> items, List<StartingDay> days) {}

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    @Operation(
            summary = "List the periods of the law that run in a case",
            description =
                    "Counted at this moment from the places, the requests to providers and the noted days, by the rules"
                            + " that hold on the day with which each began. The read is audited.")
    public View list(@PathParam("id") UUID id) {
        CaseFile file = handling.read(id, identity.actor());
        return new View(handling.deadlines(file).stream().map(DeadlineView::of).toList(), handling.days(id));
    }

    private record NotingIn(UUID id, StartingDays.Noted noted) {}

    /** @param dayId of the note */
    @Schema(name = "StartingDayRecorded")
    record Recorded(UUID dayId) {}

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Note a day from which a period runs",
            description = "The last note about an event and a place counts; enteredInError takes the event back.")
    @APIResponse(
            responseCode = "201",
            description = "Noted",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    public RestResponse<Recorded> note(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid StartingDays.Noted noted) {
        Actor by = identity.actor();
        return idempotency
                .once(
                        by.client(),
                        key,
                        new NotingIn(id, noted),
                        Recorded.class,
                        () -> Answer.created(
                                new Recorded(handling.note(id, noted, by).id())))
                .toResponse();
    }

    @GET
    @Path("/calendar")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Produces(DeadlineCalendar.TYPE)
    @Transactional
    @Operation(
            summary = "Take the deadlines of a case into a calendar",
            description =
                    "iCalendar (RFC 5545): each deadline still to come as a whole day, under a UID that stays the same."
                            + " The lines name the case by its receipt number and nothing else.")
    public RestResponse<String> calendar(@PathParam("id") UUID id) {
        return handling.calendar(id, identity.actor(), locales.get());
    }
}
