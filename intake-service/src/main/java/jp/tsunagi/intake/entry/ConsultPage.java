package jp.tsunagi.intake.entry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.intake.consultation.ConfirmationCode;
import jp.tsunagi.intake.consultation.Receiving;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** The public form: what happened, a check page that already shows the confirmation code, and the receipt. */
@Path("/consult")
@Produces(MediaType.TEXT_HTML)
class ConsultPage {

    private final Receiving receiving;
    private final OneTimeCode codes;
    private final Idempotency idempotency;
    private final IntakeSettings settings;
    private final PageLayout layout;
    private final RoutingContext http;

    ConsultPage(
            Receiving receiving,
            OneTimeCode codes,
            Idempotency idempotency,
            IntakeSettings settings,
            PageLayout layout,
            RoutingContext http) {
        this.receiving = receiving;
        this.codes = codes;
        this.idempotency = idempotency;
        this.settings = settings;
        this.layout = layout;
        this.http = http;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance safety();

        static native TemplateInstance form(Form form, Questions questions);

        static native TemplateInstance check(Form form, Questions questions, OneTimeCode.Shown code);

        static native TemplateInstance receipt(Receiving.Receipt receipt, String code);
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
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        try {
            Submission.read(Questions.read(form));
            return Response.ok(check(form)).build();
        } catch (Refusal refusal) {
            return refused(form(form.refused(refusal, layout.locale())));
        }
    }

    /** An address that a reload or the back button leads to: there is nothing to show without what was typed. */
    @GET
    @Path("/{step: check|receipt}")
    @PermitAll
    public Response startAgain() {
        return Response.seeOther(URI.create("/consult")).build();
    }

    /**
     * Takes the consultation in and shows the receipt in the answer itself, not behind a redirect: the code may
     * neither be in an address nor be kept on our side. A reload sends the same key and shows the same receipt.
     */
    @POST
    @Path("/receipt")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response receive(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        try {
            Receiving.Receipt receipt = QuarkusTransaction.requiringNew().call(() -> receive(form));
            String code = new ConfirmationCode(receipt.confirmationCode()).shown();
            return Response.ok(layout.show(Templates.receipt(receipt, code))).build();
        } catch (Refusal refusal) {
            return refused(form(form.refused(refusal, layout.locale())));
        }
    }

    /** Leaves at once for a page nobody asks about, and takes this site's traces in the browser along. */
    @GET
    @Path("/quit")
    @PermitAll
    public Response quit() {
        return Response.seeOther(settings.neutralPage())
                .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
                .cookie(new NewCookie.Builder("box")
                        .value("")
                        .path("/box")
                        .maxAge(0)
                        .build())
                .build();
    }

    private Receiving.Receipt receive(Form form) {
        Submission.Typed typed = Questions.read(form);
        Submission told = Submission.read(typed);
        ConfirmationCode code = codes.read(form);
        // The code is part of what was asked: the same words under another code are another consultation.
        idempotency.once("form", form.key(), List.of(typed, code.digits()), () -> {
            receiving.receive(
                    told, Optional.of(code), http.request().remoteAddress().hostAddress());
            return Response.noContent().build();
        });
        return receiving.receipt(code);
    }

    private TemplateInstance form(Form form) {
        return layout.show(Templates.form(form, new Questions(layout.lang())));
    }

    private TemplateInstance check(Form form) {
        return layout.show(Templates.check(form, new Questions(layout.lang()), codes.show(form, receiving.drawCode())));
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(Kind.UNMET.status()).entity(page).build();
    }
}
