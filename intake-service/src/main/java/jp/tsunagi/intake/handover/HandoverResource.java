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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Handing a case over, for programs. */
@Path("/v1/consultations/{id}/referrals")
class HandoverResource {

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

    record Request(
            @Schema(maxLength = 40, required = true) String targetDesk,
            @Size(max = 10) List<@NotNull String> fields,
            @Schema(maxLength = 2_000, required = true) String summary,
            BasisRequest basis) {

        HandoverPlan plan() {
            return new HandoverPlan(targetDesk == null ? "" : targetDesk, known("/fields", fields), summary);
        }
    }

    /**
     * @param kind {@code consent}, or an item of APPI 27(1) such as {@code 27-1-ii}
     * @param fields what the consulter agreed to, when that is not exactly what is passed on
     */
    record BasisRequest(
            @Schema(maxLength = 40) String kind,
            @Schema(maxLength = 40) @Size(max = 40) String textVersion,
            Instant givenAt,
            @Size(max = 10) List<@NotNull String> fields,
            @Size(max = 2_000) String reason,
            @Size(max = 100) String approvedBy) {

        Basis read() {
            Set<Field> scope = fields == null ? null : known("/basis/fields", fields);
            return Basis.read(kind, textVersion, givenAt, scope, reason, approvedBy);
        }
    }

    record Created(UUID referralId, String status) {}

    @POST
    @RolesAllowed({"counsellor", "supervisor"})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid Request request) {
        Actor by = identity.actor();
        return idempotency.once(by.id(), key, List.of("referral", id, request), () -> {
            HandoverPlan plan = request.plan();
            Basis basis =
                    request.basis() == null ? new Basis.None() : request.basis().read();
            UUID referral = handingOver.handOver(
                    files.forHandOver(id, by),
                    desks.find(plan.targetDesk()),
                    new HandingOver.Wanted(plan, basis, Version.required(ifMatch), by));
            return Response.accepted(new Created(referral, Referral.SENDING)).build();
        });
    }

    private static Set<Field> known(String pointer, List<String> codes) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (int i = 0; codes != null && i < codes.size(); i++) {
            String at = pointer + "/" + i;
            fields.add(Field.of(codes.get(i))
                    .orElseThrow(() -> new Refusal(
                                    Kind.INVALID,
                                    "value-unknown",
                                    "渡せる項目ではありません。",
                                    "This is not a field that can be passed on.")
                            .at(at, "value-unknown", "渡せる項目ではありません。", "Not a field that can be passed on.")));
        }
        return fields;
    }
}
