package jp.tsunagi.intake.workbench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.CaseState;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.note.Note;
import jp.tsunagi.intake.note.Notes;
import jp.tsunagi.intake.notification.TellingHolders;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.intake.removal.TargetView;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triagedecision.TriageDecision;
import jp.tsunagi.intake.triagedecision.TriageDecisions;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.vocabulary.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The counsellors' queue and cases for programs. */
@Path("/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
class CaseResource {

    private final CaseFiles files;
    private final QueueLines lines;
    private final CaseThreads threads;
    private final HandlingCases handling;
    private final ClosingCases closing;
    private final TriageDecisions decisions;
    private final Notes notes;
    private final TellingHolders holders;
    private final CaseTargets targets;
    private final Idempotency idempotency;
    private final Identity identity;

    CaseResource(
            CaseFiles files,
            QueueLines lines,
            CaseThreads threads,
            HandlingCases handling,
            ClosingCases closing,
            TriageDecisions decisions,
            Notes notes,
            TellingHolders holders,
            CaseTargets targets,
            Idempotency idempotency,
            Identity identity) {
        this.files = files;
        this.lines = lines;
        this.threads = threads;
        this.handling = handling;
        this.closing = closing;
        this.decisions = decisions;
        this.notes = notes;
        this.holders = holders;
        this.targets = targets;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    private static final int MAX_MATERIALS = 20;

    private record Request(UUID id, long version, AnswerRequest answer) {}

    /** @param materials codes of awareness material whose titles and addresses are put below the text */
    record AnswerRequest(
            @Schema(maxLength = Narrative.MAX_CODE_POINTS, required = true) @Nullable
            String text,

            @Size(max = MAX_MATERIALS) @Nullable List<@NotNull @Size(max = 64) String> materials) {

        List<String> attached() {
            return materials == null ? List.of() : materials;
        }
    }

    /** One case, opened. */
    record Case(
            UUID id,
            long version,
            String receiptNumber,
            @JsonUnwrapped CaseState state,
            Urgency urgency,
            Assessment assessment,
            @JsonUnwrapped Submission submission,
            List<TargetView> targets,
            List<Message> messages,
            List<TriageDecision> triageDecisions,
            List<Note> notes,
            List<ReferralThread> referrals) {

        static Case of(
                CaseFile file,
                List<TargetFile> targets,
                List<TriageDecision> decisions,
                List<Note> notes,
                List<ReferralThread> referrals) {
            return new Case(
                    file.id(),
                    file.version(),
                    file.receiptNumber(),
                    file.state(),
                    file.urgency(),
                    file.assessment(),
                    file.submission(),
                    targets.stream().map(TargetView::of).toList(),
                    file.messages(),
                    decisions,
                    notes,
                    referrals);
        }
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    @Operation(
            summary = "List the consultations of your agency, the most urgent first",
            description = "The same views and filters as on the page. Closed ones show only when asked for by status or"
                    + " by receipt number, which also finds those on the other side. badges: question, a desk waits for an"
                    + " answer; returned, a desk has said no and nobody has looked at the case since; undelivered,"
                    + " nobody has said yet that it arrived. Nothing personal is listed.")
    public CursorPage<QueueLine> list(
            @Parameter(schema = @Schema(implementation = Queue.View.class)) @QueryParam("view") @Nullable String view,
            @Parameter(schema = @Schema(implementation = ConsultationStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @Parameter(schema = @Schema(implementation = Urgency.class)) @QueryParam("urgency") @Nullable
                    String urgency,
            @QueryParam("respondents") boolean respondents,
            @Parameter(schema = @Schema(maxLength = 40), description = "A receipt number, however it is typed")
                    @QueryParam("number")
                    @Nullable
                    String number,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Queue.Filter filter = Queue.Filter.read(view, status, urgency, respondents, number);
        return lines.of(files.list(identity.actor(), filter, cursor, CursorPage.size(limit)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    @Operation(
            summary = "Open a case",
            description = "The read is audited. A legal adviser does not see how to reach the consulter.")
    public RestResponse<Case> read(@PathParam("id") UUID id) {
        holders.seen(id, identity.actor().id());
        CaseFile file = files.readWithNews(id, identity.actor());
        return Answer.ok(
                        Case.of(
                                file,
                                targets.of(file),
                                decisions.findByConsultation(id),
                                notes.findByConsultation(id),
                                threads.of(id)),
                        file.version())
                .toResponse();
    }

    /** @param confirmed that the caller knows what is still open */
    record CloseRequest(boolean confirmed) {}

    private record Closing(UUID id, long version, CloseRequest close) {}

    @POST
    @Path("/{id}/close")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Close a case",
            description = "Needs If-Match with the version you read. While a hand-over is open or a question to the"
                    + " consulter is unanswered, it is refused (closing-unconfirmed) unless you confirm.")
    public RestResponse<ClosingCases.Closed> close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull CloseRequest close) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        return idempotency
                .once(by.client(), key, new Closing(id, version, close), ClosingCases.Closed.class, () -> {
                    ClosingCases.Closed closed = closing.close(id, version, close.confirmed(), by);
                    return Answer.ok(closed, closed.version());
                })
                .toResponse();
    }

    record NoteRequest(
            @Schema(maxLength = Narrative.MAX_CODE_POINTS, required = true) @Nullable
            String text) {}

    private record Noting(UUID id, NoteRequest note) {}

    @POST
    @Path("/{id}/notes")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write a note for colleagues", description = "The consulter never reads it.")
    @APIResponse(
            responseCode = "201",
            description = "The note stands in the case",
            content = @Content(schema = @Schema(implementation = Note.class)))
    public RestResponse<Note> addNote(
            @PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key, @NotNull NoteRequest note) {
        Actor by = identity.actor();
        return idempotency
                .once(
                        by.client(),
                        key,
                        new Noting(id, note),
                        Note.class,
                        () -> Answer.created(notes.add(id, note.text(), by)))
                .toResponse();
    }

    @POST
    @Path("/{id}/answers")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Answer into the consulter's mailbox",
            description = "Needs If-Match with the version you read.")
    @APIResponse(
            responseCode = "201",
            description = "The answer lies in the mailbox",
            content = @Content(schema = @Schema(implementation = HandlingCases.Answered.class)))
    public RestResponse<HandlingCases.Answered> answer(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid AnswerRequest answer) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        return idempotency
                .once(by.client(), key, new Request(id, version, answer), HandlingCases.Answered.class, () -> {
                    HandlingCases.Answered answered =
                            handling.answer(id, version, answer.text(), answer.attached(), by);
                    return Answer.created(answered, answered.version());
                })
                .toResponse();
    }
}
