package jp.tsunagi.intake.mailbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.UUID;
import jp.tsunagi.intake.letter.LetterPrinter;
import jp.tsunagi.intake.letter.LetterView;
import jp.tsunagi.intake.letter.Letters;
import jp.tsunagi.intake.removal.RequestForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Letters to providers in the mailbox, for programs. */
@Path("/v1/mailbox/targets/{target}/letters/{form}")
class MailboxLetterResource {

    private final Mailboxes mailboxes;
    private final MailboxLetters drafts;
    private final LetterPrinter printer;

    MailboxLetterResource(Mailboxes mailboxes, MailboxLetters drafts, LetterPrinter printer) {
        this.mailboxes = mailboxes;
        this.drafts = drafts;
        this.printer = printer;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Transactional
    @Operation(
            summary = "Read the draft of a letter to a provider",
            description = "What you have kept, else what a counsellor has prepared, else what is known of your case.")
    public LetterView read(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code,
            @PathParam("target") UUID target,
            @Parameter(schema = @Schema(implementation = RequestForm.class)) @PathParam("form") String form) {
        return printer.view(drafts.begin(key(code, target, form)).letter(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Transactional
    @Operation(
            summary = "Keep a letter and see how it will look",
            description =
                    "It is kept without names, addresses, telephone numbers and mail addresses; the answer has all"
                            + " that you sent. Sending the same again changes nothing.")
    public LetterView keep(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code,
            @PathParam("target") UUID target,
            @Parameter(schema = @Schema(implementation = RequestForm.class)) @PathParam("form") String form,
            @NotNull @Valid LetterView.Written written) {
        return printer.view(
                drafts.keep(key(code, target, form), written.values()).letter(), null);
    }

    @POST
    @Path("/pdf")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    @PermitAll
    @Operation(summary = "Make the letter as a tagged PDF (PDF/UA-1) of today")
    @APIResponse(
            responseCode = "200",
            description = "The letter to sign",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> pdf(
            @Parameter(schema = @Schema(maxLength = 100)) @HeaderParam("Confirmation-Code") String code,
            @PathParam("target") UUID target,
            @Parameter(schema = @Schema(implementation = RequestForm.class)) @PathParam("form") String form,
            @NotNull @Valid LetterView.Written written) {
        return printer.download(QuarkusTransaction.requiringNew()
                .call(() -> drafts.keep(key(code, target, form), written.values()))
                .letter());
    }

    private MailboxLetters.Key key(String code, UUID target, String form) {
        UUID consultation = mailboxes.enter(code);
        return new MailboxLetters.Key(consultation, target, Letters.form(form));
    }
}
