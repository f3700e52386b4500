package jp.tsunagi.intake.handover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Handing a case over, for programs. */
@Path("/v1/consultations/{id}/referrals")
@Produces(MediaType.APPLICATION_JSON)
class HandoverResource {

    private static final int MAX_DESK_CODE = 40;
    private static final int MAX_TEXT_VERSION = 40;
    private static final int MAX_REASON = 2_000;
    private static final int MAX_USER_ID = 100;

    /** More than there are: whoever names one twice is not refused for it. */
    private static final int MAX_FIELDS = 10;

    private record Request(UUID id, long version, HandoverRequest handover) {}

    private final HandingOver handingOver;
    private final CaseFiles files;
    private final Desks desks;
    private final Idempotency idempotency;
    private final Identity identity;

    HandoverResource(
            HandingOver handingOver, CaseFiles files, Desks desks, Idempotency idempotency, Identity identity) {
        this.handingOver = handingOver;
        this.files = files;
        this.desks = desks;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    /** What to pass on, to which desk, and why that is allowed. */
    record HandoverRequest(
            @Schema(maxLength = MAX_DESK_CODE, required = true, examples = "SIA_HIBO") @Nullable
            String targetDesk,

            @Size(max = MAX_FIELDS) @Nullable List<@NotNull Field> fields,

            @Schema(maxLength = HandoverPlan.MAX_SUMMARY, required = true) @Nullable
            String summary,

            @Valid @Nullable BasisRequest basis) {

        HandoverPlan plan() {
            return new HandoverPlan(given(targetDesk), fields == null ? Set.of() : Set.copyOf(fields), given(summary));
        }

        Basis readBasis() {
            return basis == null || basis.kind == null ? new Basis.None() : basis.read(basis.kind);
        }
    }

    /**
     * Consent with a text version or a time was told to the counsellor; without them it is on record.
     *
     * @param fields what the consulter agreed to, when that is not exactly what is passed on
     */
    @Schema(name = "HandoverBasis")
    record BasisRequest(
            @Nullable Ground kind,
            @Size(max = MAX_TEXT_VERSION) @Nullable String textVersion,
            @Nullable Instant givenAt,
            @Size(max = MAX_FIELDS) @Nullable List<@NotNull Field> fields,
            @Size(max = MAX_REASON) @Nullable String reason,
            @Size(max = MAX_USER_ID) @Nullable String approvedBy) {

        Basis read(Ground ground) {
            if (ground != Ground.CONSENT) {
                return new Basis.OtherGround(Optional.of(ground), given(reason), given(approvedBy));
            }
            boolean isTold = !Narrative.isBlank(textVersion) || givenAt != null;
            return isTold
                    ? new Basis.ConsentTold(
                            given(textVersion),
                            Optional.ofNullable(givenAt),
                            Optional.ofNullable(fields).map(Set::copyOf))
                    : new Basis.ConsentOnRecord();
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Schema(name = "HandoverAccepted")
    record Created(UUID referralId, HandoverStatus status) {}

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Hand a case over to another agency's desk",
            description =
                    "Needs If-Match with the version you read. Everything that speaks against it is named at once.")
    @APIResponse(
            responseCode = "202",
            description = "Recorded; the desk receives it as soon as it can be reached",
            content = @Content(schema = @Schema(implementation = Created.class)))
    public RestResponse<Created> create(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid HandoverRequest handover) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        return idempotency
                .once(by.client(), key, new Request(id, version, handover), Created.class, () -> {
                    HandoverPlan plan = handover.plan();
                    UUID referral = handingOver.handOver(
                            files.readForHandOver(id, by),
                            desks.find(plan.targetDesk()),
                            new HandingOver.Request(plan, handover.readBasis(), version, by));
                    return Answer.accepted(new Created(referral, HandoverStatus.SENDING));
                })
                .toResponse();
    }
}
