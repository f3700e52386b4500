package jp.tsunagi.intake.publicform;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a consultation comes in by the API; anybody may, nobody has to say who they are. */
@Path("/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
class ConsultationResource {

    private final ReceivingConsultations receiving;
    private final Idempotency idempotency;
    private final RoutingContext http;

    ConsultationResource(ReceivingConsultations receiving, Idempotency idempotency, RoutingContext http) {
        this.receiving = receiving;
        this.idempotency = idempotency;
        this.http = http;
    }

    /** What the consulter takes home. The confirmation code is told once. */
    record Receipt(
            UUID id,
            String receiptNumber,
            String confirmationCode,
            Instant receivedAt,
            ConsultationStatus status,
            Urgency urgency) {

        static Receipt of(Consultations.Added added, ConfirmationCode code) {
            return new Receipt(
                    added.id(),
                    added.receiptNumber(),
                    code.digits(),
                    added.receivedAt(),
                    added.status(),
                    added.urgency());
        }
    }

    @POST
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Consult, without an account and without a name",
            description =
                    "Only the text is required. Keep the confirmation code: it is told once and opens the mailbox.")
    @APIResponse(
            responseCode = "201",
            description = "Received; a counsellor will read it",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    public RestResponse<Receipt> receive(
            @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid RawSubmission request) {
        Submission submission = Submission.read(request);
        Optional<ConfirmationCode> brought = brought(request);
        return idempotency
                .once("public", key, request, Receipt.class, () -> {
                    brought.ifPresent(code -> receiving.requireUnused(
                            code, http.request().remoteAddress().hostAddress()));
                    ConfirmationCode code = brought.orElseGet(receiving::drawCode);
                    Consultations.Added added = receiving.receive(submission, code);
                    return Answer.created(Receipt.of(added, code), "/v1/consultations/" + added.id(), 1);
                })
                .toResponse();
    }

    private static Optional<ConfirmationCode> brought(RawSubmission request) {
        if (request.confirmationCode().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ConfirmationCode.read(request.confirmationCode())
                .orElseThrow(() -> new Refusal(IntakeProblem.CONFIRMATION_CODE_MALFORMED).at("/confirmationCode")));
    }
}
