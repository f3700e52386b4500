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
import java.util.Optional;
import jp.tsunagi.intake.IntakeProblem;
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
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The public form: what happened, a check page that already shows the confirmation code, and the receipt. */
@Path("/consult")
@Produces(MediaType.TEXT_HTML)
class ConsultPage {

    /** Everybody with a form; each form has a key that we drew. */
    static final String CLIENT = "form";

    private final ReceivingConsultations receiving;
    private final DerivedCode codes;
    private final FormPost posts;
    private final Idempotency idempotency;
    private final IntakeSettings settings;
    private final PageLayout layout;

    ConsultPage(
            ReceivingConsultations receiving,
            DerivedCode codes,
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

        static native TemplateInstance check(Form form, Questions questions, Submission submission, String code);

        static native TemplateInstance receipt(Form form, Consultations.Added receipt, String code, String proof);
    }

    @GET
    @PermitAll
    public TemplateInstance start() {
        return form(Form.blank().withKey(codes.drawKey()));
    }

    @GET
    @Path("/safety")
    @PermitAll
    public TemplateInstance safety() {
        return layout.show(Templates.safety());
    }

    /** Back from the check page, or in another language, with everything as it was typed. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance change(MultivaluedMap<String, String> typed) {
        return form(sent(typed));
    }

    @POST
    @Path("/check")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> check(MultivaluedMap<String, String> typed) {
        Form form = sent(typed);
        return posts.preview(form, () -> checked(form), refused -> form(refused.withKey(form.key())));
    }

    private TemplateInstance checked(Form form) {
        Submission submission = Submission.read(Questions.read(form));
        ConfirmationCode code = codes.only(form.key());
        receiving.requireUnused(code);
        return layout.show(Templates.check(form, questions(), submission, code.shown()));
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
     * neither be in an address nor be kept on our side. A reload sends the same key and shows the same receipt. Sent
     * with the proof of a receipt, as for another language, it shows that receipt.
     */
    @POST
    @Path("/receipt")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> receive(MultivaluedMap<String, String> typed) {
        Form form = sent(typed);
        return posts.preview(form, () -> received(form), refused -> form(refused.withKey(form.key())));
    }

    private TemplateInstance received(Form form) {
        ConfirmationCode code = codes.only(form.key());
        Consultations.Added receipt = Optional.of(code)
                .filter(_ -> codes.isProof(form.value("proof"), form.key()))
                .flatMap(receiving::find)
                .orElseGet(() -> receive(form, code));
        return layout.show(Templates.receipt(form, receipt, code.shown(), codes.proof(form.key())));
    }

    private Consultations.Added receive(Form form, ConfirmationCode code) {
        RawSubmission raw = Questions.read(form);
        Submission submission = Submission.read(raw);
        try {
            return requireNonNull(idempotency
                    .once(CLIENT, codes.hashed(form.key()), raw, Consultations.Added.class, () -> {
                        receiving.requireUnused(code);
                        Consultations.Added added = receiving.receive(submission, code);
                        return Answer.created(added, "/v1/consultations/" + added.id(), 1);
                    })
                    .body());
        } catch (Refusal refusal) {
            // The same form with other words: what it told before is there.
            throw refusal.problem() == PlatformProblem.IDEMPOTENCY_KEY_REUSED
                    ? new Refusal(IntakeProblem.ALREADY_RECEIVED)
                    : refusal;
        }
    }

    /** What was sent; a key that is not of our drawing counts for nothing. */
    private Form sent(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        return codes.isSecret(form.key()) ? form : form.withKey(codes.drawKey());
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
