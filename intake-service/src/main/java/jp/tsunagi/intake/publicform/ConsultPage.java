package jp.tsunagi.intake.publicform;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The public form: what happened, a check page that already shows the confirmation code, and the receipt. */
@Path("/consult")
@Produces(MediaType.TEXT_HTML)
class ConsultPage {

    /** Everybody with a form; each form has a key that we drew. */
    static final String CLIENT = "form";

    private final ReceivingConsultations receiving;
    private final OneTimeCode codes;
    private final FormPost posts;
    private final Idempotency idempotency;
    private final IntakeSettings settings;
    private final PageLayout layout;

    ConsultPage(
            ReceivingConsultations receiving,
            OneTimeCode codes,
            FormPost posts,
            Idempotency idempotency,
            IntakeSettings settings,
            PageLayout layout) {
        this.receiving = receiving;
        this.codes = codes;
        this.posts = posts;
        this.idempotency = idempotency;
        this.settings = settings;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance safety();

        static native TemplateInstance form(Form form, Questions questions);

        static native TemplateInstance check(
                Form form, Questions questions, Submission submission, OneTimeCode.Shown code);

        static native TemplateInstance receipt(Consultations.Added receipt, String code);
    }

    @GET
    @PermitAll
    public TemplateInstance start() {
        return form(Form.blank());
    }

    @GET
    @Path("/safety")
    @PermitAll
    public TemplateInstance safety() {
        return layout.show(Templates.safety());
    }

    /** Back from the check page, with everything as it was typed. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance change(MultivaluedMap<String, String> typed) {
        return form(Form.sent(typed));
    }

    @POST
    @Path("/check")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> check(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        return posts.preview(form, () -> checked(form), this::form);
    }

    private TemplateInstance checked(Form form) {
        Submission submission = Submission.read(Questions.read(form));
        OneTimeCode.Shown code = codes.show(form, receiving.drawCode());
        return layout.show(Templates.check(form, questions(), submission, code));
    }

    /** An address that a reload or the back button leads to: there is nothing to show without what was typed. */
    @GET
    @Path("/{step: check|receipt}")
    @PermitAll
    public RestResponse<Void> startAgain() {
        return RestResponse.seeOther(URI.create("/consult"));
    }

    /**
     * Receives the consultation and shows the receipt in the answer itself, not behind a redirect: the code may
     * neither be in an address nor be kept on our side. A reload sends the same key and shows the same receipt.
     */
    @POST
    @Path("/receipt")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> receive(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        return posts.preview(form, () -> received(form), this::form);
    }

    private TemplateInstance received(Form form) {
        RawSubmission raw = Questions.read(form);
        Submission submission = Submission.read(raw);
        ConfirmationCode code = codes.read(form);
        return layout.show(Templates.receipt(receive(form.key(), raw, submission, code), code.shown()));
    }

    private Consultations.Added receive(String key, RawSubmission raw, Submission submission, ConfirmationCode code) {
        List<Object> request = List.of(raw, code.digits());
        Answer<Consultations.Added> answer = idempotency.once(CLIENT, key, request, Consultations.Added.class, () -> {
            receiving.requireUnused(code);
            Consultations.Added added = receiving.receive(submission, code);
            return Answer.created(added, "/v1/consultations/" + added.id(), 1);
        });
        return requireNonNull(answer.body());
    }

    /** Leaves at once for a page nobody asks about, and takes this site's traces in the browser along. Not all cookies: that
     * would sign out a member of staff at the same computer. */
    @GET
    @Path("/quit")
    @PermitAll
    public RestResponse<Void> quit() {
        return ResponseBuilder.<Void>seeOther(settings.neutralPage())
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .cookie(QuickExit.marks())
                .build();
    }

    private TemplateInstance form(Form form) {
        return layout.show(Templates.form(form, questions()));
    }

    private Questions questions() {
        return new Questions(layout.locale());
    }
}
