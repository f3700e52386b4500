package jp.tsunagi.intake.mailbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** 相談ポスト: the consulter reads the answer, sees where the case is, and answers. */
@Path("/box")
@Produces(MediaType.TEXT_HTML)
class BoxPage {

    private static final String COOKIE = "box";

    private final Mailboxes mailboxes;
    private final Replying replying;
    private final BoxSessions sessions;
    private final Idempotency idempotency;
    private final IntakeSettings settings;
    private final PageLayout layout;
    private final RoutingContext http;

    BoxPage(
            Mailboxes mailboxes,
            Replying replying,
            BoxSessions sessions,
            Idempotency idempotency,
            IntakeSettings settings,
            PageLayout layout,
            RoutingContext http) {
        this.mailboxes = mailboxes;
        this.replying = replying;
        this.sessions = sessions;
        this.idempotency = idempotency;
        this.settings = settings;
        this.layout = layout;
        this.http = http;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance enter(Form form);

        static native TemplateInstance box(Form form, Mailboxes.View box, boolean english);
    }

    @GET
    @PermitAll
    @Transactional
    public TemplateInstance show(@CookieParam(COOKIE) String session) {
        Optional<UUID> consultation = sessions.use(session);
        return consultation.isPresent()
                ? box(Form.blank(), consultation.get())
                : layout.show(Templates.enter(Form.blank()));
    }

    @POST
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> typed) {
        try {
            String code = typed.getFirst("code");
            UUID consultation =
                    mailboxes.enter(code, http.request().remoteAddress().hostAddress());
            return Response.seeOther(URI.create("/box"))
                    .cookie(cookie(sessions.open(consultation), -1))
                    .build();
        } catch (Refusal refusal) {
            // Only this page: a problem page would lose what was typed.
            Form form = Form.sent(typed).refused("code", refusal.sentence(layout.locale()));
            return refused(layout.show(Templates.enter(form)));
        }
    }

    @POST
    @Path("/messages")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@CookieParam(COOKIE) String session, MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        UUID consultation = QuarkusTransaction.requiringNew().call(() -> entered(session));
        try {
            String text = form.value("text").replace("\r\n", "\n");
            QuarkusTransaction.requiringNew()
                    .call(() ->
                            idempotency.once("mailbox " + consultation, form.key(), List.of(consultation, text), () -> {
                                replying.write(consultation, text);
                                return again();
                            }));
            return again();
        } catch (Refusal refusal) {
            return refused(QuarkusTransaction.requiringNew()
                    .call(() -> box(form.refused(refusal, layout.locale()), consultation)));
        }
    }

    @POST
    @Path("/consents/{id}")
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @CookieParam(COOKIE) String session, @PathParam("id") UUID question, MultivaluedMap<String, String> typed) {
        UUID consultation = entered(session);
        Form form = Form.sent(typed);
        String answer = form.value("answer");
        if (!"yes".equals(answer) && !"no".equals(answer)) {
            String sentence = layout.isEnglish() ? "Choose yes or no." : "「はい」か「いいえ」を選んでください。";
            return refused(box(form.refused("answer", sentence), consultation));
        }
        var chosen = form.values("fields").stream()
                .flatMap(code -> Field.of(code).stream())
                .collect(Collectors.toSet());
        replying.decide(consultation, question, "yes".equals(answer), chosen);
        return again();
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Transactional
    public Response leave(@CookieParam(COOKIE) String session) {
        sessions.close(session);
        return Response.seeOther(URI.create("/box")).cookie(cookie("", 0)).build();
    }

    private UUID entered(String session) {
        return sessions.use(session)
                .orElseThrow(() -> new Refusal(
                        Kind.UNAUTHORIZED,
                        "mailbox-closed",
                        "時間がたったので閉じました。確認コードをもう一度入れてください。",
                        "The mailbox was closed after a while: enter the confirmation code again."));
    }

    private TemplateInstance box(Form form, UUID consultation) {
        return layout.show(Templates.box(form, mailboxes.view(consultation), layout.isEnglish()));
    }

    private static Response again() {
        return Response.seeOther(URI.create("/box")).build();
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(Kind.UNMET.status()).entity(page).build();
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/box")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure("https".equals(settings.publicUrl().getScheme()))
                .maxAge(maxAge)
                .build();
    }
}
