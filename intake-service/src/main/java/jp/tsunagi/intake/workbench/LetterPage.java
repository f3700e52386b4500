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
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.letter.Letter;
import jp.tsunagi.intake.letter.LetterForm;
import jp.tsunagi.intake.letter.LetterPreview;
import jp.tsunagi.intake.letter.LetterPrinter;
import jp.tsunagi.intake.letter.Letters;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Where counsellors prepare a letter to a provider; the consulter finds it in the mailbox, and signs and sends it. */
@Path("/desk/case/{id}/targets/{target}/letters/{form}")
@Produces(MediaType.TEXT_HTML)
class LetterPage {

    private final CaseLetters drafts;
    private final LetterPrinter printer;
    private final CasePosts posts;
    private final Identity identity;
    private final PageLayout layout;

    LetterPage(CaseLetters drafts, LetterPrinter printer, CasePosts posts, Identity identity, PageLayout layout) {
        this.drafts = drafts;
        this.printer = printer;
        this.posts = posts;
        this.identity = identity;
        this.layout = layout;
    }

    /**
     * @param stored what the counsellors have kept, as it will look; null for nothing
     * @param byConsulter what the consulter has kept, as it will look; null for nothing
     */
    record View(
            UUID target,
            RequestForm form,
            CaseLetters.Begun begun,
            List<LetterForm.Question> questions,
            @Nullable LetterPreview stored,
            @Nullable LetterPreview byConsulter) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance letter(Form form, View view);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    public TemplateInstance write(
            @PathParam("id") UUID id, @PathParam("target") UUID target, @PathParam("form") String form) {
        var key = new CaseLetters.Key(id, target, Letters.form(form));
        CaseLetters.Begun begun = drafts.begin(key, identity.actor());
        return page(LetterForm.filled(begun.begins()), key, begun);
    }

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> keep(
            @PathParam("id") UUID id,
            @PathParam("target") UUID target,
            @PathParam("form") String code,
            MultivaluedMap<String, String> typed) {
        var key = new CaseLetters.Key(id, target, Letters.form(code));
        return posts.once(
                id,
                CaseDone.LETTER,
                target + " " + code,
                typed,
                refused -> page(refused, key, drafts.begin(key, identity.actor())),
                (form, by) -> drafts.keep(
                        key,
                        Letter.read(key.form(), LetterForm.written(key.form(), form)),
                        CasePosts.version(form),
                        by));
    }

    /** To sign at the counter; who anybody is stands in the letter alone. */
    @POST
    @Path("/pdf")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces("application/pdf")
    public RestResponse<?> pdf(
            @PathParam("id") UUID id,
            @PathParam("target") UUID target,
            @PathParam("form") String code,
            MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        var key = new CaseLetters.Key(id, target, Letters.form(code));
        Actor reader = identity.actor();
        CaseLetters.Begun begun = QuarkusTransaction.requiringNew().call(() -> drafts.begin(key, reader));
        try {
            return printer.download(Letter.read(key.form(), LetterForm.written(key.form(), form)));
        } catch (Refusal refusal) {
            // The page and not a problem page: what was typed stays.
            return ResponseBuilder.create(Refusal.Kind.UNMET.status())
                    .entity(page(form.refused(refusal, layout.locale()), key, begun))
                    .type(MediaType.TEXT_HTML_TYPE)
                    .build();
        }
    }

    private TemplateInstance page(Form form, CaseLetters.Key key, CaseLetters.Begun begun) {
        var byConsulter = begun.byConsulter();
        var stored = begun.draft();
        return layout.show(Templates.letter(
                form,
                new View(
                        key.target(),
                        key.form(),
                        begun,
                        LetterForm.questions(key.form(), layout.locale()),
                        stored == null ? null : printer.preview(stored.letter()),
                        byConsulter == null ? null : printer.preview(byConsulter.letter()))));
    }
}
