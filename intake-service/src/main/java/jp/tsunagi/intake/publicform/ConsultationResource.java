package jp.tsunagi.intake.publicform;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

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

    /**
     * What a consulter tells us; only {@code text} is required.
     *
     * @param confirmationCode 16 digits the form has shown to the consulter before; drawn here when absent
     */
    @Schema(name = "ConsultationRequest")
    record Request(
            @Nullable Wish wish,

            @Schema(maxLength = 10_000, required = true) @Nullable
            String text,

            @Nullable ConsulterType consulterType,
            @Nullable AgeBand ageBand,
            @Size(max = 40) @Nullable List<@NotNull Category> categories,
            @Size(max = 50) @Nullable List<@Size(max = 4_000) String> urls,
            @Nullable Danger danger,
            @Schema(maxLength = 100) @Nullable String callName,
            @Schema(maxLength = 254) @Nullable String contactMail,
            @Schema(maxLength = 100) @Nullable String prefecture,
            @Schema(maxLength = 40) @Nullable String confirmationCode) {

        Submission read() {
            return Submission.read(new RawSubmission(
                    code(wish),
                    text,
                    code(consulterType),
                    code(ageBand),
                    categories == null
                            ? null
                            : categories.stream().map(Category::code).toList(),
                    urls,
                    code(danger),
                    callName,
                    contactMail,
                    prefecture));
        }

        Optional<ConfirmationCode> readCode() {
            if (confirmationCode == null) {
                return Optional.empty();
            }
            return Optional.of(ConfirmationCode.read(confirmationCode)
                    .orElseThrow(() -> new Refusal(IntakeProblem.CONFIRMATION_CODE_MALFORMED).at("/confirmationCode")));
        }

        private static @Nullable String code(@Nullable Coded constant) {
            return constant == null ? null : constant.code();
        }
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
    public RestResponse<Receipt> receive(@HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid Request request) {
        Submission submission = request.read();
        Optional<ConfirmationCode> brought = request.readCode();
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
}
