package jp.tsunagi.intake.workbench;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import jp.tsunagi.intake.letter.Letter;
import jp.tsunagi.intake.letter.LetterDraft;
import jp.tsunagi.intake.letter.LetterPrinter;
import jp.tsunagi.intake.letter.LetterView;
import jp.tsunagi.intake.letter.Letters;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Letters to providers, for programs of the agency. */
@Path("/v1/consultations/{id}/targets/{target}/letters/{form}")
class LetterResource {

    private final CaseLetters drafts;
    private final LetterPrinter printer;
    private final Identity identity;

    LetterResource(CaseLetters drafts, LetterPrinter printer, Identity identity) {
        this.drafts = drafts;
        this.printer = printer;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Operation(
            summary = "Read the draft of a letter to a provider",
            description = "What counsellors have kept, else what is known of the case. form is a code of the place's"
                    + " forms. The platform never sends it.")
    public RestResponse<LetterView> read(
            @PathParam("id") UUID id,
            @PathParam("target") UUID target,
            @Parameter(schema = @Schema(implementation = RequestForm.class)) @PathParam("form") String form) {
        var key = new CaseLetters.Key(id, target, Letters.form(form));
        CaseLetters.Begun begun = drafts.begin(key, identity.actor());
        return Answer.ok(printer.view(begun.begins(), begun.draft()), begun.version())
                .toResponse();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Operation(
            summary = "Keep the draft of a letter",
            description = "Needs If-Match with the version you read. The consulter finds it in the mailbox. Names,"
                    + " addresses, telephone numbers and mail addresses are never kept.")
    public RestResponse<LetterView> keep(
            @PathParam("id") UUID id,
            @PathParam("target") UUID target,
            @Parameter(schema = @Schema(implementation = RequestForm.class)) @PathParam("form") String form,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid LetterView.Written written) {
        var key = new CaseLetters.Key(id, target, Letters.form(form));
        LetterDraft kept = drafts.keep(
                key, Letter.read(key.form(), written.values()), Version.required(ifMatch), identity.actor());
        return Answer.ok(printer.view(kept.letter(), kept), kept.version()).toResponse();
    }

    @POST
    @Path("/pdf")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Operation(summary = "Make a letter as a tagged PDF (PDF/UA-1) of today", description = "Nothing of it is kept.")
    @APIResponse(
            responseCode = "200",
            description = "The letter to sign",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> pdf(
            @PathParam("id") UUID id,
            @PathParam("target") UUID target,
            @Parameter(schema = @Schema(implementation = RequestForm.class)) @PathParam("form") String form,
            @NotNull @Valid LetterView.Written written) {
        var key = new CaseLetters.Key(id, target, Letters.form(form));
        Actor reader = identity.actor();
        QuarkusTransaction.requiringNew().call(() -> drafts.begin(key, reader));
        return printer.download(Letter.read(key.form(), written.values()));
    }
}
