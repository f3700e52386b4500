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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.removal.ProviderRequests;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The mailbox for programs; the code travels in a header, never in an address. */
@Path("/v1/mailbox")
@Produces(MediaType.APPLICATION_JSON)
class MailboxResource {

    private final Mailboxes mailboxes;
    private final ReplyingInMailbox replying;
    private final Idempotency idempotency;

    MailboxResource(Mailboxes mailboxes, ReplyingInMailbox replying, Idempotency idempotency) {
        this.mailboxes = mailboxes;
        this.replying = replying;
        this.idempotency = idempotency;
    }

    private record Request(UUID consultation, Reply reply) {}

    record Reply(
            @Schema(maxLength = Narrative.MAX_CODE_POINTS, required = true) @Nullable
            String text) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(
            summary = "Read the mailbox of a consultation",
            description = "Whoever guesses codes has to wait, each time twice as long.")
    public MailboxView read(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code) {
        return mailboxes.view(mailboxes.enter(code));
    }

    @POST
    @Path("/messages")
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write back to the counsellor")
    @APIResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = MailboxView.MailboxMessage.class)))
    public RestResponse<MailboxView.MailboxMessage> write(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull Reply reply) {
        UUID consultation = mailboxes.enter(code);
        return idempotency
                .once(
                        "mailbox " + consultation,
                        key,
                        new Request(consultation, reply),
                        MailboxView.MailboxMessage.class,
                        () -> Answer.created(mailboxes.message(replying.write(consultation, reply.text()))))
                .toResponse();
    }

    @POST
    @Path("/consents/{id}/withdraw")
    @PermitAll
    @Transactional
    @Operation(
            summary = "Take a consent back",
            description = "Every desk that has something because of it is told. Needs no body.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public RestResponse<Void> withdraw(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code,
            @HeaderParam(Idempotency.HEADER) String key,
            @PathParam("id") UUID consent) {
        UUID consultation = mailboxes.enter(code);
        return idempotency
                .once("mailbox " + consultation, key, List.of("withdraw", consent), Void.class, () -> {
                    replying.withdraw(consultation, consent);
                    return Answer.noContent();
                })
                .toResponse();
    }

    private record Asking(UUID consultation, UUID target, ProviderRequests.Asked asked) {}

    /** @param requestId names the request when its answer comes */
    @Schema(name = "MailboxRequestRecorded")
    record Recorded(UUID requestId) {}

    @POST
    @Path("/targets/{target}/requests")
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Note that you asked a provider",
            description = "From that day on the mailbox tells by when an answer can be expected. Nothing is sent.")
    @APIResponse(
            responseCode = "201",
            description = "Noted",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    public RestResponse<Recorded> ask(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code,
            @HeaderParam(Idempotency.HEADER) String key,
            @PathParam("target") UUID target,
            @NotNull @Valid ProviderRequests.Asked asked) {
        UUID consultation = mailboxes.enter(code);
        return idempotency
                .once(
                        "mailbox " + consultation,
                        key,
                        new Asking(consultation, target, asked),
                        Recorded.class,
                        () -> Answer.created(new Recorded(
                                replying.ask(consultation, target, asked).id())))
                .toResponse();
    }

    private record Answering(UUID consultation, ProviderRequests.Key request, ProviderRequests.Came came) {}

    @POST
    @Path("/targets/{target}/requests/{request}/answers")
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Note what the provider answered",
            description = "Your counsellor is told. The last answer counts; entered-in-error takes the request back.")
    @APIResponse(responseCode = "204", description = "Noted")
    public RestResponse<Void> answer(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code,
            @HeaderParam(Idempotency.HEADER) String key,
            @PathParam("target") UUID target,
            @PathParam("request") UUID request,
            @NotNull @Valid ProviderRequests.Came came) {
        UUID consultation = mailboxes.enter(code);
        ProviderRequests.Key asked = new ProviderRequests.Key(target, request);
        return idempotency
                .once("mailbox " + consultation, key, new Answering(consultation, asked, came), Void.class, () -> {
                    replying.tellAnswer(consultation, asked, came);
                    return Answer.noContent();
                })
                .toResponse();
    }
}
