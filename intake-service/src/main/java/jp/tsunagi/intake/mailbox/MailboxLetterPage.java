package jp.tsunagi.intake.mailbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import jp.tsunagi.intake.letter.Letter;
import jp.tsunagi.intake.letter.LetterField;
import jp.tsunagi.intake.letter.LetterForm;
import jp.tsunagi.intake.letter.LetterPreview;
import jp.tsunagi.intake.letter.LetterPrinter;
import jp.tsunagi.intake.letter.Letters;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Where the consulter writes a letter to a provider: fields, how it looks, and the letter to sign. */
@Path(MailboxDoor.ADDRESS + "/targets/{target}/letters/{form}")
@Produces(MediaType.TEXT_HTML)
class MailboxLetterPage {

    private final MailboxLetters drafts;
    private final LetterPrinter printer;
    private final MailboxDoor door;
    private final PageLayout layout;

    MailboxLetterPage(MailboxLetters drafts, LetterPrinter printer, MailboxDoor door, PageLayout layout) {
        this.drafts = drafts;
        this.printer = printer;
        this.door = door;
        this.layout = layout;
    }

    /** @param prepared what a counsellor has prepared, as it will look; null for nothing */
    record View(
            UUID target,
            RequestForm form,
            List<LetterForm.Question> questions,
            @Nullable LetterPreview prepared,
            String ownWords,
            boolean isMinor) {

        public boolean isSigned() {
            return LetterField.isSigned(form);
        }

        public boolean isAboutSexualImage() {
            return form == RequestForm.SEXUAL_IMAGE_REMOVAL;
        }
    }

    @CheckedTemplate(basePath = "MailboxPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance letter(Form form, View view, Idle idle);

        static native TemplateInstance letterReady(Form form, View view, LetterPreview ready, Idle idle);
    }

    @GET
    @PermitAll
    @Transactional
    public RestResponse<TemplateInstance> write(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session,
            @PathParam("target") UUID target,
            @PathParam("form") String form) {
        RequestForm wanted = Letters.form(form);
        return door.entered(session)
                .map(consultation -> {
                    var key = new MailboxLetters.Key(consultation, target, wanted);
                    MailboxLetters.Begun begun = drafts.begin(key);
                    return RestResponse.ok(page(LetterForm.filled(begun.letter()), key, begun));
                })
                .orElseGet(() -> door.closed(session, false));
    }

    /** Shows the letter as it will be sent. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<?> preview(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session,
            @PathParam("target") UUID target,
            @PathParam("form") String form,
            MultivaluedMap<String, String> typed) {
        return written(
                session,
                target,
                form,
                typed,
                one -> RestResponse.ok(layout.show(Templates.letterReady(
                        one.form, view(one.key, one.begun), printer.preview(one.begun.letter()), Idle.SESSION))));
    }

    /** The form again with what was typed. */
    @POST
    @Path("/again")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<?> change(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session,
            @PathParam("target") UUID target,
            @PathParam("form") String form,
            MultivaluedMap<String, String> typed) {
        return written(session, target, form, typed, one -> RestResponse.ok(page(one.form, one.key, one.begun)));
    }

    @POST
    @Path("/pdf")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces("application/pdf")
    public RestResponse<?> pdf(
            @CookieParam(MailboxDoor.COOKIE) @Nullable String session,
            @PathParam("target") UUID target,
            @PathParam("form") String form,
            MultivaluedMap<String, String> typed) {
        return written(session, target, form, typed, one -> printer.download(one.begun.letter()));
    }

    /** A letter that was sent, and may be answered. */
    private record Written(Form form, MailboxLetters.Key key, MailboxLetters.Begun begun) {}

    private RestResponse<?> written(
            @Nullable String session,
            UUID target,
            String code,
            MultivaluedMap<String, String> typed,
            Function<Written, RestResponse<?>> answer) {
        Form form = Form.sent(typed);
        RequestForm wanted = Letters.form(code);
        Optional<UUID> consultation = door.entered(session);
        if (consultation.isEmpty()) {
            return door.closed(form);
        }
        var key = new MailboxLetters.Key(consultation.get(), target, wanted);
        try {
            return answer.apply(new Written(
                    form, key, inTransaction(() -> drafts.keep(key, LetterForm.written(wanted, form)))));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            // The page and not a problem page: what was typed stays.
            Form refused = form.refused(refusal, layout.locale());
            return ResponseBuilder.create(Refusal.Kind.UNMET.status())
                    .entity(page(refused, key, inTransaction(() -> drafts.begin(key))))
                    .type(MediaType.TEXT_HTML_TYPE)
                    .build();
        }
    }

    /** A refusal ends its transaction; the page that says so needs another one. The letter itself is set in none. */
    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private TemplateInstance page(Form form, MailboxLetters.Key key, MailboxLetters.Begun begun) {
        return layout.show(Templates.letter(form, view(key, begun), Idle.SESSION));
    }

    private View view(MailboxLetters.Key key, MailboxLetters.Begun begun) {
        Letter prepared = begun.prepared();
        return new View(
                key.target(),
                key.form(),
                LetterForm.questions(key.form(), layout.locale()),
                prepared == null ? null : printer.preview(prepared),
                begun.ownWords(),
                begun.isMinor());
    }
}
