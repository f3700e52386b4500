package jp.tsunagi.intake.entry;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.intake.consultation.ConfirmationCode;
import jp.tsunagi.intake.consultation.Receiving;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a consultation comes in by the API; anybody may, nobody has to say who they are. */
@Path("/v1/consultations")
class ConsultationResource {

    private final Receiving receiving;
    private final Idempotency idempotency;
    private final RoutingContext http;

    ConsultationResource(Receiving receiving, Idempotency idempotency, RoutingContext http) {
        this.receiving = receiving;
        this.idempotency = idempotency;
        this.http = http;
    }

    /**
     * What a consulter tells us; only {@code text} is required.
     *
     * @param confirmationCode 16 digits the form has shown to the consulter before; drawn here when absent
     */
    record Request(
            @Schema(maxLength = 30) String wish,
            @Schema(maxLength = 10_000, required = true) String text,
            @Schema(maxLength = 30) String consulterType,
            @Schema(maxLength = 10) String ageBand,
            @Size(max = 40) List<@Size(max = 40) String> categories,
            @Size(max = 50) List<@Size(max = 4_000) String> urls,
            @Schema(maxLength = 10) String danger,
            @Schema(maxLength = 100) String callName,
            @Schema(maxLength = 254) String contactMail,
            @Schema(maxLength = 100) String prefecture,
            @Schema(maxLength = 40) String confirmationCode) {

        Submission.Typed typed() {
            return new Submission.Typed(
                    wish, text, consulterType, ageBand, categories, urls, danger, callName, contactMail, prefecture);
        }

        Optional<ConfirmationCode> code() {
            if (confirmationCode == null) {
                return Optional.empty();
            }
            Optional<ConfirmationCode> read = ConfirmationCode.read(confirmationCode);
            if (read.isEmpty()) {
                throw new Refusal(
                                Kind.INVALID,
                                "confirmation-code-malformed",
                                "確認コードは16けたの数字です。",
                                "A confirmation code has 16 digits.")
                        .at(
                                "/confirmationCode",
                                "confirmation-code-malformed",
                                "確認コードは16けたの数字です。",
                                "A confirmation code has 16 digits.");
            }
            return read;
        }
    }

    @POST
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(@HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid Request request) {
        Submission told = Submission.read(request.typed());
        Optional<ConfirmationCode> code = request.code();
        return idempotency.once("public", key, request, () -> {
            Receiving.Receipt receipt =
                    receiving.receive(told, code, http.request().remoteAddress().hostAddress());
            return Response.created(URI.create("/v1/consultations/" + receipt.id()))
                    .header("ETag", Version.etag(1))
                    .entity(receipt)
                    .build();
        });
    }
}
