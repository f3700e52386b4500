package jp.tsunagi.intake.mailbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.page.Flash;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.Field;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The consulter reads the answer, sees where the case is, and answers. */
@Path(MailboxDoor.ADDRESS)
@Produces(MediaType.TEXT_HTML)
class MailboxPage {

    private final Mailboxes mailboxes;
    private final ReplyingInMailbox replying;
    private final MailboxSessions sessions;
    private final FormPost posts;
    private final MailboxDoor door;
    private final PageLayout layout;

    MailboxPage(
            Mailboxes mailboxes,
            ReplyingInMailbox replying,
            MailboxSessions sessions,
            FormPost posts,
            MailboxDoor door,
            PageLayout layout) {
        this.mailboxes = mailboxes;
        this.replying = replying;
        this.sessions = sessions;
        this.posts = posts;
        this.door = door;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance mailbox(
                Form form, MailboxView box, MailboxView.@Nullable Done done, Idle idle, String seal);
    }

    @GET
    @PermitAll
    @Transactional
    public RestResponse<TemplateInstance> show(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session,
            @CookieParam(Flash.COOKIE) @Nullable String done,
            @QueryParam("idle") @Nullable String idle) {
        MailboxView.Done what =
                Coded.find(MailboxView.Done.class, done == null ? "" : done).orElse(null);
        return sessions.use(session)
                .map(consultation -> Flash.once(done, MailboxDoor.ADDRESS, mailbox(Form.blank(), consultation, what)))
                .orElseGet(() -> door.closed(session, idle != null));
    }

    @POST
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> enter(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        try {
            UUID consultation = mailboxes.enter(form.value("code"));
            return ResponseBuilder.<TemplateInstance>seeOther(URI.create(MailboxDoor.ADDRESS))
                    .cookie(door.cookie(sessions.start(consultation), -1))
                    .build();
        } catch (Refusal refusal) {
            // Only this page: a problem page would lose what was typed.
            Form refused = form.refused("code", refusal.detail(layout.locale()));
            ResponseBuilder<TemplateInstance> again = ResponseBuilder.create(status(refusal));
            Object wait = refusal.values().get(CodeAttemptLimiter.RETRY_AFTER);
            if (wait != null) {
                again.header("Retry-After", wait);
            }
            return again.entity(door.page(refused)).build();
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
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session, MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        return door.entered(session)
                .map(consultation -> write(form, consultation))
                .orElseGet(() -> door.closed(form));
    }

    private RestResponse<TemplateInstance> write(Form form, UUID consultation) {
        String text = form.text("text");
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
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session,
            @PathParam("id") UUID question,
            MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        return door.entered(session)
                .map(consultation -> decide(form, question, consultation))
                .orElseGet(() -> door.closed(form));
    }

    private RestResponse<TemplateInstance> decide(Form form, UUID question, UUID consultation) {
        return posts.refusable(
                form,
                () -> {
                    Set<Field> chosen = Set.copyOf(form.codes("fields", Field.class));
                    var answer = new Consents.Answer(isYes(form.value("answer")), chosen);
                    return done(outcome(replying.decide(consultation, question, answer, layout.locale())));
                },
                // The page may ask several questions.
                refused -> mailbox(refused.moved("fields", "fields-" + question), consultation, null));
    }

    private MailboxView.Done outcome(Consent answer) {
        if (!answer.isGiven()) {
            return MailboxView.Done.DECLINED;
        }
        return mailboxes.isLacking(answer) ? MailboxView.Done.LACKING : MailboxView.Done.ANSWERED;
    }

    @POST
    @Path("/consents/{id}/withdraw")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session,
            @PathParam("id") UUID consent,
            MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        return door.entered(session)
                .map(consultation -> posts.refusable(
                        form,
                        () -> {
                            replying.withdraw(consultation, consent);
                            return done(MailboxView.Done.WITHDRAWN);
                        },
                        refused -> mailbox(refused, consultation, null)))
                .orElseGet(() -> door.closed(form));
    }

    private static String done(MailboxView.Done what) {
        return MailboxDoor.ADDRESS + "?done=" + what.code();
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
    public RestResponse<Void> leave(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session, @FormParam("idle") @Nullable String idle) {
        sessions.end(session);
        ResponseBuilder<Void> left =
                ResponseBuilder.<Void>seeOther(URI.create(MailboxDoor.ADDRESS)).cookie(door.cookie("", 0));
        // Who closes it leaves nothing behind; who was away too long still finds what was half written.
        return idle != null
                ? left.build()
                : left.header("Clear-Site-Data", "\"cache\", \"storage\"").build();
    }

    private TemplateInstance mailbox(Form form, UUID consultation, MailboxView.@Nullable Done done) {
        return layout.show(Templates.mailbox(
                form, mailboxes.view(consultation), done, Idle.SESSION, sessions.draftKey(consultation)));
    }
}
