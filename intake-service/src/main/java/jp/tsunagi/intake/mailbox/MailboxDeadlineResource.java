package jp.tsunagi.intake.mailbox;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import jp.tsunagi.intake.casedeadline.DeadlineCalendar;
import jp.tsunagi.intake.deadline.StartingDays;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.language.RequestLocale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The days from which deadlines run, told in the mailbox by programs; the mailbox itself lists the deadlines. */
@Path("/v1/mailbox/deadlines")
@Produces(MediaType.APPLICATION_JSON)
class MailboxDeadlineResource {

    private final Mailboxes mailboxes;
    private final MailboxDeadlines deadlines;
    private final Idempotency idempotency;
    private final RequestLocale locales;

    MailboxDeadlineResource(
            Mailboxes mailboxes, MailboxDeadlines deadlines, Idempotency idempotency, RequestLocale locales) {
        this.mailboxes = mailboxes;
        this.deadlines = deadlines;
        this.idempotency = idempotency;
        this.locales = locales;
    }

    private record NotingIn(UUID consultation, StartingDays.Noted noted) {}

    /** @param dayId of the note */
    @Schema(name = "MailboxDayRecorded")
    record Recorded(UUID dayId) {}

    @POST
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tell a day from which a deadline runs",
            description = "Your counsellor is told. The last day of an event counts; enteredInError takes it back.")
    @APIResponse(
            responseCode = "201",
            description = "Noted",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    public RestResponse<Recorded> note(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid StartingDays.Noted noted) {
        UUID consultation = mailboxes.enter(code);
        return idempotency
                .once(
                        "mailbox " + consultation,
                        key,
                        new NotingIn(consultation, noted),
                        Recorded.class,
                        () -> Answer.created(
                                new Recorded(deadlines.note(consultation, noted).id())))
                .toResponse();
    }

    @GET
    @Path("/calendar")
    @PermitAll
    @Produces(DeadlineCalendar.TYPE)
    @Transactional
    @Operation(
            summary = "Take the deadlines into a calendar",
            description = "iCalendar (RFC 5545): whole days, whose lines tell nothing of what they are about.")
    public RestResponse<String> calendar(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code) {
        return deadlines.calendar(mailboxes.enter(code), locales.get());
    }
}
