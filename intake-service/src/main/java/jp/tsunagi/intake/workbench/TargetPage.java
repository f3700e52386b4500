package jp.tsunagi.intake.workbench;

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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.RelatedCase;
import jp.tsunagi.intake.removal.ProviderRequestForm;
import jp.tsunagi.intake.removal.RequestChoices;
import jp.tsunagi.intake.removal.RequestFile;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/** The places of a case, and one of them: whose it is, what that provider was asked, and by when it has to answer. */
@Path("/desk/case/{id}/targets")
@Produces(MediaType.TEXT_HTML)
class TargetPage {

    private final CaseFiles files;
    private final CaseTargets targets;
    private final ProviderRequestForm forms;
    private final CasePosts posts;
    private final Identity identity;
    private final PageLayout layout;

    TargetPage(
            CaseFiles files,
            CaseTargets targets,
            ProviderRequestForm forms,
            CasePosts posts,
            Identity identity,
            PageLayout layout) {
        this.files = files;
        this.targets = targets;
        this.forms = forms;
        this.posts = posts;
        this.identity = identity;
        this.layout = layout;
    }

    /**
     * One place.
     *
     * @param related other cases about it
     */
    record OneView(
            CaseFile file, TargetFile target, List<RelatedCase> related, boolean mayWork, RequestChoices choices) {}

    /** All places. */
    record AllView(CaseFile file, List<TargetFile> targets, boolean mayWork) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance all(Form form, AllView view);

        static native TemplateInstance one(Form form, OneView view);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public TemplateInstance list(@PathParam("id") UUID id) {
        return all(id, Form.blank());
    }

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> add(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.TARGET,
                "",
                typed,
                refused -> all(id, refused),
                (form, by) -> targets.add(id, form.text("urls"), by));
    }

    @GET
    @Path("/{target}")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public TemplateInstance show(@PathParam("id") UUID id, @PathParam("target") UUID target) {
        return one(id, target, Form.blank());
    }

    @POST
    @Path("/{target}/requests")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> ask(
            @PathParam("id") UUID id, @PathParam("target") UUID target, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.ASKED,
                target.toString(),
                typed,
                refused -> one(id, target, refused),
                (form, by) -> targets.ask(id, target, forms.asked(form), by));
    }

    @POST
    @Path("/{target}/answers")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> answer(
            @PathParam("id") UUID id, @PathParam("target") UUID target, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.CAME,
                target.toString(),
                typed,
                refused -> one(id, target, refused),
                (form, by) -> targets.answer(id, forms.key(target, form), forms.came(form), by));
    }

    private TemplateInstance all(UUID id, Form form) {
        Actor reader = identity.actor();
        CaseFile file = files.read(id, reader);
        return layout.show(Templates.all(form, new AllView(file, targets.of(file), mayWork(reader))));
    }

    private TemplateInstance one(UUID id, UUID wanted, Form form) {
        Actor reader = identity.actor();
        CaseFile file = files.read(id, reader);
        TargetFile target = targets.of(file).stream()
                .filter(one -> one.target().id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(IntakeProblem.TARGET_NOT_FOUND));
        List<RelatedCase> related = files.findRelated(file, reader)
                .getOrDefault(target.target().url().canonical(), List.of());
        return layout.show(Templates.one(form, new OneView(file, target, related, mayWork(reader), choices(target))));
    }

    private RequestChoices choices(TargetFile target) {
        Locale locale = layout.locale();
        TargetMessages texts = Messages.in(locale, TargetMessages.class);
        return RequestChoices.of(
                target.forms(),
                target.requests().stream()
                        .map(RequestFile::request)
                        .map(one -> new RequestChoices.Made(
                                one.id(),
                                one.form(),
                                texts.requestLine(JapanTime.jst(one.askedOn(), locale), texts.requestForm(one.form()))))
                        .toList(),
                texts::requestForm,
                texts::answerResult);
    }

    private static boolean mayWork(Actor reader) {
        return reader.hasAnyRole(Roles.COUNSELLOR, Roles.SUPERVISOR);
    }
}
