package jp.tsunagi.intake.workbench;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.handover.HandingOver;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;

/** One case on the counsellor's screen: what was told, what happened since, and what can be done. */
@Path("/desk/case/{id}")
@Produces(MediaType.TEXT_HTML)
class CasePage {

    private final CaseBoard board;
    private final Working working;
    private final HandingOver handingOver;
    private final Idempotency idempotency;
    private final Identity identity;
    private final PageLayout layout;

    CasePage(
            CaseBoard board,
            Working working,
            HandingOver handingOver,
            Idempotency idempotency,
            Identity identity,
            PageLayout layout) {
        this.board = board;
        this.working = working;
        this.handingOver = handingOver;
        this.idempotency = idempotency;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance file(Form form, CaseBoard.View view);

        static native TemplateInstance preview(Form form, CaseBoard.Preview preview);
    }

    @GET
    @RolesAllowed({"counsellor", "supervisor", "legal-adviser"})
    @Transactional
    public TemplateInstance show(@PathParam("id") UUID id) {
        return page(id, Form.blank());
    }

    @POST
    @Path("/take")
    @RolesAllowed({"counsellor", "supervisor"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return act(id, "take", typed, (form, by) -> working.take(id, seen(form), by));
    }

    @POST
    @Path("/answer")
    @RolesAllowed({"counsellor", "supervisor"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return act(
                id,
                "answer",
                typed,
                (form, by) -> working.answer(id, seen(form), form.value("text").replace("\r\n", "\n"), by));
    }

    @POST
    @Path("/close")
    @RolesAllowed({"counsellor", "supervisor"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return act(id, "close", typed, (form, by) -> working.close(id, seen(form), by));
    }

    @POST
    @Path("/consent")
    @RolesAllowed({"counsellor", "supervisor"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askConsent(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return act(
                id,
                "consent",
                typed,
                (form, by) -> working.askConsent(id, form.value("targetDesk"), HandoverForm.fields(form), by));
    }

    /** Shows what the desk would see; nothing leaves before the counsellor has looked at it. */
    @POST
    @Path("/preview")
    @RolesAllowed({"counsellor", "supervisor"})
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance preview(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        return layout.show(Templates.preview(form, board.preview(id, HandoverForm.plan(form), identity.actor())));
    }

    @POST
    @Path("/refer")
    @RolesAllowed({"counsellor", "supervisor"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refer(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return act(id, "refer", typed, (form, by) -> {
            CaseFile file = board.forHandOver(id, by);
            handingOver.handOver(
                    file,
                    board.desk(form.value("targetDesk")),
                    new HandingOver.Wanted(HandoverForm.plan(form), HandoverForm.basis(form), seen(form), by));
        });
    }

    /** Does it once and goes back to the case; refused, it shows the case with the sentence and all that was typed. */
    private Response act(UUID id, String action, MultivaluedMap<String, String> typed, BiConsumer<Form, Actor> effect) {
        Form form = Form.sent(typed);
        Actor by = identity.actor();
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> idempotency.once(by.id(), form.key(), List.of(action, id, typed), () -> {
                        effect.accept(form, by);
                        return Response.noContent().build();
                    }));
            return Response.seeOther(URI.create("/desk/case/" + id)).build();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            Form kept = form.refused(CaseBoard.explained(refusal, layout.lang()), layout.locale());
            return QuarkusTransaction.requiringNew()
                    .call(() -> Response.status(status(refusal))
                            .entity(page(id, kept))
                            .build());
        }
    }

    private static int status(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.STALE ? refusal.kind().status() : Refusal.Kind.UNMET.status();
    }

    private static long seen(Form form) {
        return Version.required(form.value("version"));
    }

    private TemplateInstance page(UUID id, Form form) {
        return layout.show(Templates.file(form, board.view(id, identity.actor(), layout.lang())));
    }
}
