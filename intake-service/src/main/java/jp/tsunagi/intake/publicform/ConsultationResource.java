package jp.tsunagi.intake.publicform;

import static java.util.Objects.requireNonNull;

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
import java.util.UUID;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
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

    /** Strangers, all of them: what keeps their keys apart is that each is long and random. */
    static final String CLIENT = "public";

    private final ReceivingConsultations receiving;
    private final DerivedCode codes;
    private final Idempotency idempotency;

    ConsultationResource(ReceivingConsultations receiving, DerivedCode codes, Idempotency idempotency) {
        this.receiving = receiving;
        this.codes = codes;
        this.idempotency = idempotency;
    }

    /** What the consulter takes home. The confirmation code is kept nowhere here. */
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
                    "Only the text is required. Keep the confirmation code: it opens the mailbox and is told again only"
                            + " to who repeats the request with its Idempotency-Key within 24 hours. Make the key at"
                            + " random, 128 bits or more, for each consultation, and keep it secret.")
    @APIResponse(
            responseCode = "201",
            description = "Received; a counsellor will read it",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    public RestResponse<Receipt> receive(
            @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid RawSubmission request) {
        Submission submission = Submission.read(request);
        Answer<Consultations.Added> answer =
                idempotency.once(CLIENT, codes.hashed(key), request, Consultations.Added.class, () -> {
                    Consultations.Added added = receiving.receive(submission, codes.unused(key));
                    return Answer.created(added, "/v1/consultations/" + added.id(), 1);
                });
        Consultations.Added added = requireNonNull(answer.body());
        Receipt receipt = Receipt.of(added, codes.of(key, added.id()));
        return new Answer<>(answer.status(), receipt, answer.location(), answer.etag(), answer.isReplayed())
                .toResponse();
    }
}
