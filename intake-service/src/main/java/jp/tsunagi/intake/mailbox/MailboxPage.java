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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.Field;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The consulter reads the answer, sees where the case is, and answers. */
@Path("/box")
@Produces(MediaType.TEXT_HTML)
class MailboxPage {

    private static final String ADDRESS = "/box";
    private static final String COOKIE = "box";

    private final Mailboxes mailboxes;
    private final ReplyingInMailbox replying;
    private final MailboxSessions sessions;
    private final FormPost posts;
    private final IntakeSettings settings;
    private final PageLayout layout;
    private final RoutingContext http;

    MailboxPage(
            Mailboxes mailboxes,
            ReplyingInMailbox replying,
            MailboxSessions sessions,
            FormPost posts,
            IntakeSettings settings,
            PageLayout layout,
            RoutingContext http) {
        this.mailboxes = mailboxes;
        this.replying = replying;
        this.sessions = sessions;
        this.posts = posts;
        this.settings = settings;
        this.layout = layout;
        this.http = http;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance enter(Form form);

        static native TemplateInstance mailbox(Form form, MailboxView box, MailboxView.@Nullable Done done);
    }

    @GET
    @PermitAll
    @Transactional
    public TemplateInstance show(
            @CookieParam(COOKIE) @Nullable String session, @QueryParam("done") @Nullable String done) {
        return sessions.use(session)
                .map(consultation -> mailbox(
                        Form.blank(),
                        consultation,
                        Coded.find(MailboxView.Done.class, done == null ? "" : done)
                                .orElse(null)))
                .orElseGet(() -> layout.show(Templates.enter(Form.blank())));
    }

    @POST
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> enter(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        try {
            UUID consultation = mailboxes.enter(
                    form.value("code"), http.request().remoteAddress().hostAddress());
            return ResponseBuilder.<TemplateInstance>seeOther(URI.create(ADDRESS))
                    .cookie(cookie(sessions.start(consultation), -1))
                    .build();
        } catch (Refusal refusal) {
            // Only this page: a problem page would lose what was typed.
            Form refused = form.refused("code", refusal.detail(layout.locale()));
            ResponseBuilder<TemplateInstance> again = ResponseBuilder.create(status(refusal));
            Object wait = refusal.values().get(CodeAttemptLimiter.RETRY_AFTER);
            if (wait != null) {
                again.header("Retry-After", wait);
            }
            return again.entity(layout.show(Templates.enter(refused))).build();
        }
    }

    private static int status(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.TOO_MANY ? refusal.kind().status() : Refusal.Kind.UNMET.status();
    }

    @POST
    @Path("/messages")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> write(
            @CookieParam(COOKIE) @Nullable String session, MultivaluedMap<String, String> typed) {
        UUID consultation = entered(session);
        Form form = Form.sent(typed);
        String text = form.value("text").replace("\r\n", "\n");
        FormPost.Once once = new FormPost.Once("mailbox " + consultation, List.of(consultation, text));
        return posts.once(
                form,
                once,
                () -> {
                    replying.write(consultation, text);
                    return done(MailboxView.Done.SENT);
                },
                refused -> mailbox(refused, consultation, null));
    }

    @POST
    @Path("/consents/{id}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> decide(
            @CookieParam(COOKIE) @Nullable String session,
            @PathParam("id") UUID question,
            MultivaluedMap<String, String> typed) {
        UUID consultation = entered(session);
        Form form = Form.sent(typed);
        return posts.refusable(
                form,
                () -> {
                    Set<Field> chosen = form.values("fields").stream()
                            .flatMap(code -> Coded.find(Field.class, code).stream())
                            .collect(Collectors.toSet());
                    replying.decide(consultation, question, isYes(form.value("answer")), chosen);
                    return done(MailboxView.Done.ANSWERED);
                },
                refused -> mailbox(refused, consultation, null));
    }

    @POST
    @Path("/consents/{id}/withdraw")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @CookieParam(COOKIE) @Nullable String session,
            @PathParam("id") UUID consent,
            MultivaluedMap<String, String> typed) {
        UUID consultation = entered(session);
        return posts.refusable(
                Form.sent(typed),
                () -> {
                    replying.withdraw(consultation, consent);
                    return done(MailboxView.Done.WITHDRAWN);
                },
                refused -> mailbox(refused, consultation, null));
    }

    private static String done(MailboxView.Done what) {
        return ADDRESS + "?done=" + what.code();
    }

    private static boolean isYes(String answer) {
        return switch (answer) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new Refusal(IntakeProblem.ANSWER_MISSING).at("/answer");
        };
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Transactional
    public RestResponse<Void> leave(@CookieParam(COOKIE) @Nullable String session) {
        sessions.end(session);
        return ResponseBuilder.<Void>seeOther(URI.create(ADDRESS))
                .cookie(cookie("", 0))
                .build();
    }

    private UUID entered(@Nullable String session) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sessions.use(session).orElseThrow(() -> new Refusal(IntakeProblem.MAILBOX_CLOSED)));
    }

    private TemplateInstance mailbox(Form form, UUID consultation, MailboxView.@Nullable Done done) {
        return layout.show(Templates.mailbox(form, mailboxes.view(consultation), done));
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(ADDRESS)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure("https".equals(settings.publicUrl().getScheme()))
                .maxAge(maxAge)
                .build();
    }
}
