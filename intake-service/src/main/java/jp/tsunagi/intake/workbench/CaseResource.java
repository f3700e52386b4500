package jp.tsunagi.intake.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.handover.Referral;
import jp.tsunagi.intake.handover.Referrals;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The counsellors' queue and cases for programs. */
@Path("/v1/consultations")
class CaseResource {

    private final CaseFiles files;
    private final Referrals referrals;
    private final Working working;
    private final Idempotency idempotency;
    private final Identity identity;

    CaseResource(CaseFiles files, Referrals referrals, Working working, Idempotency idempotency, Identity identity) {
        this.files = files;
        this.referrals = referrals;
        this.working = working;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    record Answer(
            @Schema(maxLength = 10_000, required = true) String text) {}

    /** One case, opened. */
    record Case(
            UUID id,
            String receiptNumber,
            long version,
            String status,
            String owner,
            String holder,
            String urgency,
            List<String> urgencyReasons,
            String wish,
            String text,
            String consulterType,
            String ageBand,
            List<String> categories,
            List<String> urls,
            String danger,
            String callName,
            String contactMail,
            String prefecture,
            Instant receivedAt,
            Instant changedAt,
            Consultation.Return returned,
            List<CaseFile.Message> messages,
            List<Referral> referrals) {

        static Case of(CaseFile file, List<Referral> referrals) {
            CaseFile.Told told = file.told();
            return new Case(
                    file.id(),
                    file.receiptNumber(),
                    file.version(),
                    file.status(),
                    file.state().owner(),
                    file.state().holder(),
                    file.assessment().urgency(),
                    file.assessment().reasons(),
                    told.wish(),
                    told.narrative(),
                    told.consulterType(),
                    told.ageBand(),
                    told.categories(),
                    told.urls(),
                    told.danger(),
                    told.callName(),
                    told.contact(),
                    told.prefecture(),
                    file.receivedAt(),
                    file.changedAt(),
                    file.returned(),
                    file.messages(),
                    referrals);
        }
    }

    @GET
    @RolesAllowed({"counsellor", "supervisor", "legal-adviser"})
    @Transactional
    public CursorPage<Queue.Item> list(
            @QueryParam("status") String status,
            @QueryParam("urgency") String urgency,
            @QueryParam("respondents") boolean respondents,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        Queue.Filter filter = Queue.Filter.of(status, urgency, respondents);
        return files.list(identity.actor().agency(), filter, cursor, CursorPage.size(limit));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"counsellor", "supervisor", "legal-adviser"})
    @Transactional
    public Response read(@PathParam("id") UUID id) {
        CaseFile file = files.open(id, identity.actor());
        return Response.ok(Case.of(file, referrals.of(id)))
                .header("ETag", Version.etag(file.version()))
                .build();
    }

    @POST
    @Path("/{id}/answers")
    @RolesAllowed({"counsellor", "supervisor"})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull Answer answer) {
        Actor by = identity.actor();
        return idempotency.once(by.id(), key, List.of("answer", id, answer), () -> {
            Working.Answered answered = working.answer(id, Version.required(ifMatch), answer.text(), by);
            return Response.status(Response.Status.CREATED)
                    .header("ETag", Version.etag(answered.version()))
                    .entity(answered)
                    .build();
        });
    }
}
