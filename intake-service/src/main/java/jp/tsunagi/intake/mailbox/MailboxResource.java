package jp.tsunagi.intake.mailbox;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
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
    private final RoutingContext http;

    MailboxResource(Mailboxes mailboxes, ReplyingInMailbox replying, Idempotency idempotency, RoutingContext http) {
        this.mailboxes = mailboxes;
        this.replying = replying;
        this.idempotency = idempotency;
        this.http = http;
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
        return mailboxes.view(mailboxes.enter(code, source()));
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
        UUID consultation = mailboxes.enter(code, source());
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
        UUID consultation = mailboxes.enter(code, source());
        return idempotency
                .once("mailbox " + consultation, key, List.of("withdraw", consent), Void.class, () -> {
                    replying.withdraw(consultation, consent);
                    return Answer.noContent();
                })
                .toResponse();
    }

    private @Nullable String source() {
        return http.request().remoteAddress().hostAddress();
    }
}
