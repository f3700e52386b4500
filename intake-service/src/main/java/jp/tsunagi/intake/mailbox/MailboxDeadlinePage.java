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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.casedeadline.DeadlineCalendar;
import jp.tsunagi.intake.casedeadline.StartingDayForm;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the consulter sees what ends by itself and how it was counted, and tells the days from which it is. */
@Path(MailboxDoor.ADDRESS + "/deadlines")
@Produces(MediaType.TEXT_HTML)
class MailboxDeadlinePage {

    private final Mailboxes mailboxes;
    private final MailboxDeadlines deadlines;
    private final MailboxDoor door;
    private final StartingDayForm forms;
    private final FormPost posts;
    private final PageLayout layout;

    MailboxDeadlinePage(
            Mailboxes mailboxes,
            MailboxDeadlines deadlines,
            MailboxDoor door,
            StartingDayForm forms,
            FormPost posts,
            PageLayout layout) {
        this.mailboxes = mailboxes;
        this.deadlines = deadlines;
        this.door = door;
        this.forms = forms;
        this.posts = posts;
        this.layout = layout;
    }

    /** What is picked from lists: of which event a day is told, and about which post. */
    record Choices(List<Choice> events, List<Choice> places) {

        /** The place of a noted day; null for the whole case. */
        public @Nullable String place(@Nullable UUID target) {
            return places.stream()
                    .filter(one -> target != null && one.value().equals(target.toString()))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(null);
        }
    }

    @CheckedTemplate(basePath = "MailboxPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance deadlines(Form form, MailboxView box, Choices choices, Idle idle);
    }

    @GET
    @PermitAll
    @Transactional
    public RestResponse<TemplateInstance> show(@CookieParam(MailboxDoor.COOKIE) @Nullable String session) {
        return door.entered(session)
                .map(consultation -> RestResponse.ok(page(Form.blank(), consultation)))
                .orElseGet(() -> door.closed(session, false));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> note(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session, MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        MailboxView.Done done = typed.containsKey("enteredInError") ? MailboxView.Done.RETRACTED : MailboxView.Done.DAY;
        return door.entered(session)
                .map(consultation -> posts.once(
                        form,
                        new FormPost.Once("mailbox " + consultation, List.of(done.code(), typed)),
                        () -> {
                            deadlines.note(consultation, forms.noted(form));
                            return MailboxDoor.ADDRESS + "?done=" + done.code();
                        },
                        refused -> page(refused, consultation)))
                .orElseGet(() -> door.closed(form));
    }

    /** Who has not entered is led to the door. */
    @GET
    @Path("/calendar")
    @PermitAll
    @Produces(DeadlineCalendar.TYPE)
    @Transactional
    public RestResponse<String> calendar(@CookieParam(MailboxDoor.COOKIE) @Nullable String session) {
        return door.entered(session)
                .map(consultation -> deadlines.calendar(consultation, layout.locale()))
                .orElseGet(() -> RestResponse.seeOther(URI.create(MailboxDoor.ADDRESS)));
    }

    private TemplateInstance page(Form form, UUID consultation) {
        MailboxView box = mailboxes.view(consultation);
        MailboxMessages texts = Messages.in(layout.locale(), MailboxMessages.class);
        return layout.show(Templates.deadlines(
                form,
                box,
                new Choices(
                        Choice.of(box.events(), texts::event),
                        box.targets().stream()
                                .map(one -> new Choice(one.id().toString(), one.url()))
                                .toList()),
                Idle.SESSION));
    }
}
