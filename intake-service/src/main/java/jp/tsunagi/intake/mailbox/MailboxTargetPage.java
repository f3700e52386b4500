package jp.tsunagi.intake.mailbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.removal.ProviderRequestForm;
import jp.tsunagi.intake.removal.RequestChoices;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the consulter notes that they asked a service to remove a post, and what it said. */
@Path(MailboxDoor.ADDRESS + "/targets/{target}")
@Produces(MediaType.TEXT_HTML)
class MailboxTargetPage {

    private final Mailboxes mailboxes;
    private final ReplyingInMailbox replying;
    private final MailboxDoor door;
    private final ProviderRequestForm forms;
    private final FormPost posts;
    private final PageLayout layout;

    MailboxTargetPage(
            Mailboxes mailboxes,
            ReplyingInMailbox replying,
            MailboxDoor door,
            ProviderRequestForm forms,
            FormPost posts,
            PageLayout layout) {
        this.mailboxes = mailboxes;
        this.replying = replying;
        this.door = door;
        this.forms = forms;
        this.posts = posts;
        this.layout = layout;
    }

    @CheckedTemplate(basePath = "MailboxPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance target(Form form, MailboxTarget target, RequestChoices choices, Idle idle);
    }

    @GET
    @PermitAll
    @Transactional
    public RestResponse<TemplateInstance> show(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session, @PathParam("target") UUID target) {
        return door.entered(session)
                .map(consultation -> RestResponse.ok(page(Form.blank(), consultation, target)))
                .orElseGet(() -> door.closed(session, false));
    }

    @POST
    @Path("/requests")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> ask(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session,
            @PathParam("target") UUID target,
            MultivaluedMap<String, String> typed) {
        return record(
                session,
                target,
                typed,
                MailboxView.Done.ASKED,
                (consultation, form) -> replying.ask(consultation, target, forms.asked(form)));
    }

    @POST
    @Path("/answers")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> answer(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session,
            @PathParam("target") UUID target,
            MultivaluedMap<String, String> typed) {
        return record(
                session,
                target,
                typed,
                MailboxView.Done.CAME,
                (consultation, form) -> replying.tellAnswer(consultation, forms.key(target, form), forms.came(form)));
    }

    private RestResponse<TemplateInstance> record(
            @Nullable String session,
            UUID target,
            MultivaluedMap<String, String> typed,
            MailboxView.Done done,
            BiConsumer<UUID, Form> effect) {
        Form form = Form.sent(typed);
        return door.entered(session)
                .map(consultation -> posts.once(
                        form,
                        new FormPost.Once("mailbox " + consultation, List.of(done.code(), target, typed)),
                        () -> {
                            effect.accept(consultation, form);
                            return MailboxDoor.ADDRESS + "?done=" + done.code();
                        },
                        refused -> page(refused, consultation, target)))
                .orElseGet(() -> door.closed(form));
    }

    private TemplateInstance page(Form form, UUID consultation, UUID id) {
        MailboxTarget target = mailboxes.view(consultation).targets().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(IntakeProblem.TARGET_NOT_FOUND));
        Locale locale = layout.locale();
        MailboxMessages texts = Messages.in(locale, MailboxMessages.class);
        return layout.show(Templates.target(
                form,
                target,
                RequestChoices.of(
                        target.forms(),
                        target.made().stream()
                                .map(one -> new RequestChoices.Made(
                                        one.id(),
                                        one.form(),
                                        texts.requestLine(
                                                JapanTime.jst(one.askedOn(), locale), texts.requestForm(one.form()))))
                                .toList(),
                        texts::requestForm,
                        texts::answerResult),
                Idle.SESSION));
    }
}
