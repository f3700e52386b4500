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
import java.util.Optional;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The public form: one question a page, a check page that already shows the confirmation code, and the receipt. What was
 * answered travels with the form from page to page; nothing is kept here before it is sent.
 */
@Path("/consult")
@Produces(MediaType.TEXT_HTML)
class ConsultPage {

    /** Everybody with a form; each form has a key that we drew. */
    static final String CLIENT = "form";

    private static final String CHECK = "check";
    private static final String SKIP = "skip";

    private final ReceivingConsultations receiving;
    private final DerivedCode codes;
    private final FormPost posts;
    private final Idempotency idempotency;
    private final UrgentHelps helps;
    private final PageLayout layout;

    ConsultPage(
            ReceivingConsultations receiving,
            DerivedCode codes,
            FormPost posts,
            Idempotency idempotency,
            UrgentHelps helps,
            PageLayout layout) {
        this.receiving = receiving;
        this.codes = codes;
        this.posts = posts;
        this.idempotency = idempotency;
        this.helps = helps;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance safety();

        static native TemplateInstance form(Form form, ConsultStep step, Questions questions, List<UrgentHelp> told);

        static native TemplateInstance check(
                Form form, Questions questions, Submission submission, String code, List<UrgentHelp> told);

        static native TemplateInstance receipt(
                Form form, Consultations.Added receipt, String code, String proof, List<UrgentHelp> told);
    }

    @GET
    @PermitAll
    public TemplateInstance start() {
        return step(Form.blank().withKey(codes.drawKey()), ConsultStep.STORY);
    }

    @GET
    @Path("/safety")
    @PermitAll
    public TemplateInstance safety() {
        return layout.show(Templates.safety());
    }

    /**
     * Turns to another page of the form, with everything as it was typed: the next one when this one has no mistake, the
     * one before, one that is named, or, in another language, the same.
     */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> turn(MultivaluedMap<String, String> typed) {
        Form form = sent(typed);
        ConsultStep at = ConsultStep.of(form.value("at"));
        return switch (form.value("go")) {
            case "" -> RestResponse.ok(step(form, at));
            case "back" -> RestResponse.ok(step(form, at.before()));
            case "next", SKIP -> posts.preview(form, () -> next(form, at), refused -> again(form, refused));
            case CHECK -> check(form);
            default -> RestResponse.ok(step(form, ConsultStep.of(form.value("go"))));
        };
    }

    private TemplateInstance next(Form form, ConsultStep at) {
        try {
            Submission.read(Questions.read(form));
        } catch (Refusal refusal) {
            at.refuse(refusal);
        }
        return at.isLast() ? checked(form) : step(form, at.next());
    }

    @POST
    @Path("/check")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> check(MultivaluedMap<String, String> typed) {
        return check(sent(typed));
    }

    private RestResponse<TemplateInstance> check(Form form) {
        return posts.preview(form, () -> checked(form), refused -> again(form, refused));
    }

    private TemplateInstance checked(Form form) {
        Submission submission = submission(form);
        ConfirmationCode code = codes.only(form.key());
        receiving.requireUnused(code);
        return layout.show(Templates.check(form, questions(), submission, code.shown(), told(helps.signs(form))));
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
        return posts.preview(form, () -> received(form), refused -> again(form, refused));
    }

    private TemplateInstance received(Form form) {
        ConfirmationCode code = codes.only(form.key());
        Consultations.Added receipt = Optional.of(code)
                .filter(_ -> codes.isProof(form.value("proof"), form.key()))
                .flatMap(receiving::find)
                .orElseGet(() -> receive(form, code));
        return layout.show(
                Templates.receipt(form, receipt, code.shown(), codes.proof(form.key()), told(helps.signs(form))));
    }

    private Consultations.Added receive(Form form, ConfirmationCode code) {
        Submission submission = submission(form);
        try {
            return requireNonNull(idempotency
                    .once(CLIENT, codes.hashed(form.key()), Questions.read(form), Consultations.Added.class, () -> {
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

    /** Refuses the mistakes of the first page that has some: the others are told when that one is corrected. */
    private static Submission submission(Form form) {
        try {
            return Submission.read(Questions.read(form));
        } catch (Refusal refusal) {
            ConsultStep.of(refusal).ifPresent(step -> step.refuse(refusal));
            throw refusal;
        }
    }

    /** The page that has to be corrected. It keeps the key of the form, and by it the code that it may have told before. */
    private TemplateInstance again(Form form, Form refused) {
        return step(refused.withKey(form.key()), ConsultStep.wrongIn(refused));
    }

    /** What was sent; a key that is too short or too simple to be of our drawing counts for nothing. */
    private Form sent(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        Form ours = codes.isSecret(form.key()) ? form : form.withKey(codes.drawKey());
        return form.value("go").equals(SKIP) ? Questions.without(ours, ConsultStep.of(form.value("at"))) : ours;
    }

    /** A page of the form; what the page before told of a danger is answered on top of it. */
    private TemplateInstance step(Form form, ConsultStep step) {
        ConsultStep at = ConsultStep.of(form.value("at"));
        boolean isTurned = !form.value("at").isEmpty() && at != step;
        List<DangerSign> signs = isTurned ? helps.signs(form, at) : List.of();
        return layout.show(Templates.form(form, step, questions(), told(signs)));
    }

    private List<UrgentHelp> told(List<DangerSign> signs) {
        return helps.of(signs, layout.locale());
    }

    private Questions questions() {
        return new Questions(layout.locale(), helps);
    }
}
