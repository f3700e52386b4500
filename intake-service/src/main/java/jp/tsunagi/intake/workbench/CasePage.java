package jp.tsunagi.intake.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.handover.DecidingApprovals;
import jp.tsunagi.intake.handover.PassingOn;
import jp.tsunagi.intake.note.Notes;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Flash;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One case on the counsellor's screen: what was told, what happened since, and what can be done. */
@Path("/desk/case/{id}")
@Produces(MediaType.TEXT_HTML)
class CasePage {

    private final CasePageModel model;
    private final HandlingCases handling;
    private final ClosingCases closing;
    private final Notes notes;
    private final DecidingApprovals deciding;
    private final PassingOn passingOn;
    private final CasePosts posts;
    private final CaseDrafts drafts;
    private final Identity identity;
    private final PageLayout layout;

    CasePage(
            CasePageModel model,
            HandlingCases handling,
            ClosingCases closing,
            Notes notes,
            DecidingApprovals deciding,
            PassingOn passingOn,
            CasePosts posts,
            CaseDrafts drafts,
            Identity identity,
            PageLayout layout) {
        this.model = model;
        this.handling = handling;
        this.closing = closing;
        this.notes = notes;
        this.deciding = deciding;
        this.passingOn = passingOn;
        this.posts = posts;
        this.drafts = drafts;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance file(Form form, CaseView view, CaseForms forms, @Nullable String done);

        static native TemplateInstance close(Form form, CaseView view, ClosingCases.Unfinished unfinished);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public RestResponse<TemplateInstance> show(
            @PathParam("id") UUID id, @CookieParam(Flash.COOKIE) @Nullable String done) {
        TemplateInstance page = page(
                id,
                CaseDrafts.Sent.nothing(),
                Coded.find(CaseDone.class, done).map(texts()::done).orElse(null));
        return Flash.once(done, CaseDrafts.address(id), page);
    }

    @POST
    @Path("/take")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> take(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.TAKE,
                "",
                typed,
                refused -> page(id, "", refused),
                (form, by) -> handling.take(id, CasePosts.version(form), by));
    }

    @POST
    @Path("/answer")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> answer(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.ANSWER,
                typed,
                form -> stored(id, form),
                again -> page(id, CaseDrafts.ANSWER, again),
                (form, by) ->
                        handling.answer(id, CasePosts.version(form), form.text("text"), form.values("materials"), by));
    }

    @POST
    @Path("/close")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> close(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.CLOSE,
                "",
                typed,
                refused -> closePage(id, refused),
                (form, by) -> closing.close(id, CasePosts.version(form), form.chosen("confirmed", "yes"), by));
    }

    @POST
    @Path("/notes")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> addNote(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.NOTE,
                "",
                typed,
                refused -> page(id, CaseDrafts.NOTE, refused.moved("text", "note")),
                (form, by) -> notes.add(id, form.text("note"), by));
    }

    /** Shows what is still open before a case is closed. */
    @GET
    @Path("/close")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    public TemplateInstance askToClose(@PathParam("id") UUID id) {
        return closePage(id, Form.blank());
    }

    private TemplateInstance closePage(UUID id, Form form) {
        return layout.show(
                Templates.close(form, model.view(id, identity.actor(), layout.locale()), closing.unfinished(id)));
    }

    @POST
    @Path("/approvals/{approval}/{verdict: approve|decline}")
    @RolesAllowed(Roles.SUPERVISOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> decide(
            @PathParam("id") UUID id,
            @PathParam("approval") UUID approval,
            @PathParam("verdict") String verdict,
            MultivaluedMap<String, String> typed) {
        String field = CaseDrafts.decision(approval);
        return posts.once(
                id,
                Coded.find(CaseDone.class, verdict).orElseThrow(),
                approval.toString(),
                typed,
                refused -> page(id, field, refused.moved("reason", field)),
                (form, by) -> {
                    var decided =
                            new DecidingApprovals.Verdict(approval, form.text(field), CasePosts.version(form), by);
                    CaseFile file = model.readForHandOver(id, by);
                    if (verdict.equals("approve")) {
                        deciding.approve(file, decided);
                    } else {
                        deciding.decline(file, decided);
                    }
                });
    }

    @POST
    @Path("/referrals/{referral}/entries/{entry}/pass-on")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> passOn(
            @PathParam("id") UUID id,
            @PathParam("referral") UUID referral,
            @PathParam("entry") long entry,
            MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.PASS_ON,
                referral + " " + entry,
                typed,
                refused -> page(id, "", refused),
                (form, by) ->
                        passingOn.passOn(new PassingOn.Request(id, referral, entry, CasePosts.version(form)), by));
    }

    /** What stands in the case now where the form has an answer. */
    private Map<String, String> stored(UUID id, Form form) {
        CaseView view = model.view(id, identity.actor(), layout.locale());
        return Map.of(Form.VERSION, Long.toString(view.file().version()), "text", view.answeredMeanwhile(form));
    }

    /** @param part which form of the page it is; empty for one in which nothing is written */
    TemplateInstance page(UUID id, String part, Form form) {
        return page(id, new CaseDrafts.Sent(part, form), null);
    }

    private TemplateInstance page(UUID id, CaseDrafts.Sent sent, @Nullable String done) {
        CaseView view = model.viewWithNews(id, identity.actor(), layout.locale());
        return layout.show(Templates.file(sent.form(), view, drafts.forms(view, sent), done));
    }

    private WorkbenchMessages texts() {
        return Messages.in(layout.locale(), WorkbenchMessages.class);
    }
}
