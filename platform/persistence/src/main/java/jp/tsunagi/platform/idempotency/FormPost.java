package jp.tsunagi.platform.idempotency;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagi.platform.draft.Drafts;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.language.RequestLocale;
import jp.tsunagi.platform.page.Flash;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Answers a form that changes something. The change happens once, in a transaction of its own, and the browser goes on
 * to the next page; the form's draft is forgotten with it. A refusal rolls it back and shows the page again with the
 * sentence and everything that was typed.
 */
@ApplicationScoped
public class FormPost {

    private final Idempotency idempotency;
    private final Drafts drafts;
    private final Identity identity;
    private final RequestLocale locale;

    FormPost(Idempotency idempotency, Drafts drafts, Identity identity, RequestLocale locale) {
        this.idempotency = idempotency;
        this.drafts = drafts;
        this.identity = identity;
        this.locale = locale;
    }

    /**
     * The record that a form changes, for the moment in which somebody else was faster.
     *
     * @param page shows what is stored
     * @param stored the fields of the form as an untouched one has them now, {@link Form#VERSION} among them
     */
    public record Edited(String page, Supplier<Map<String, String>> stored) {}

    /**
     * Runs {@code change} once for the form's key.
     *
     * @param client whose key it is, see {@link Idempotency}
     * @param request what was asked, path parameters included
     * @param change makes the change and returns the address of the next page, which {@code done=CODE} at its end tells
     *     what was done ({@link Flash})
     * @param again the page with the refused form
     */
    public RestResponse<TemplateInstance> once(
            Form form, Once once, Supplier<String> change, Function<Form, TemplateInstance> again) {
        return refusable(form, () -> changeOnce(form, once, change), again);
    }

    /** The same for a page that says more about a refusal than its sentence. */
    public RestResponse<TemplateInstance> once(
            Form form, Once once, Supplier<String> change, BiFunction<Form, Refusal, TemplateInstance> again) {
        return refusable(form, () -> changeOnce(form, once, change), again);
    }

    /** The same for a record that somebody else may have changed: the page then offers theirs, mine or both. */
    public RestResponse<TemplateInstance> once(
            Form form, Once once, Edited edited, Supplier<String> change, Function<Form, TemplateInstance> again) {
        return refusable(form, edited, () -> changeOnce(form, once, change), again);
    }

    private String changeOnce(Form form, Once once, Supplier<String> change) {
        return requireNonNull(idempotency
                .once(once.client, form.key(), once.request, Void.class, () -> Answer.seeOther(change.get()))
                .location());
    }

    /** Who sends which request: what makes a repeat a repeat. */
    public record Once(String client, Object request) {}

    /** Runs {@code change} for a form that does no harm when it is sent twice. */
    public RestResponse<TemplateInstance> refusable(
            Form form, Supplier<String> change, Function<Form, TemplateInstance> again) {
        return refusable(form, change, (refused, _) -> again.apply(refused));
    }

    /**
     * The same for a record that somebody else may have changed. A stale form comes back with both texts and three
     * buttons; what the person presses decides. Nothing is overwritten that was not on the page.
     */
    public RestResponse<TemplateInstance> refusable(
            Form form, Edited edited, Supplier<String> change, Function<Form, TemplateInstance> again) {
        return switch (form.value(Form.CHOICE)) {
            case "theirs" -> refusable(form, edited::page, again);
            case "both" ->
                QuarkusTransaction.requiringNew()
                        .call(() -> RestResponse.ok(again.apply(form.joined(edited.stored.get()))));
            default ->
                refusable(
                        form,
                        change,
                        (refused, refusal) -> again.apply(
                                refusal.kind() == Kind.STALE ? refused.conflicting(edited.stored.get()) : refused));
        };
    }

    /** The same for a page that says more about a refusal than its sentence, for example who decided before. */
    public RestResponse<TemplateInstance> refusable(
            Form form, Supplier<String> change, BiFunction<Form, Refusal, TemplateInstance> again) {
        return answer(
                form,
                () -> {
                    String next = change.get();
                    forgetDraft(form);
                    return Flash.seeOther(next);
                },
                again);
    }

    // Consulters have no draft with us, and somebody of several agencies need not have chosen one on a public page.
    private void forgetDraft(Form form) {
        if (!form.value(Form.DRAFT).isEmpty()) {
            drafts.forget(form, identity.actor());
        }
    }

    /** Shows {@code page} for a form that changes nothing. */
    public RestResponse<TemplateInstance> preview(
            Form form, Supplier<TemplateInstance> page, Function<Form, TemplateInstance> again) {
        return answer(form, () -> RestResponse.ok(page.get()), (refused, _) -> again.apply(refused));
    }

    private RestResponse<TemplateInstance> answer(
            Form form,
            Supplier<RestResponse<TemplateInstance>> accepted,
            BiFunction<Form, Refusal, TemplateInstance> again) {
        try {
            return QuarkusTransaction.requiringNew().call(accepted::get);
        } catch (Refusal refusedInside) {
            Refusal refusal = refusedInside.explained();
            if (refusal.kind() == Kind.NOT_FOUND) {
                throw refusal;
            }
            Form refused = form.refused(refusal, locale.get());
            return QuarkusTransaction.requiringNew()
                    .call(() -> ResponseBuilder.<TemplateInstance>create(status(refusal))
                            .entity(again.apply(refused, refusal))
                            .build());
        }
    }

    /** A form that cannot be read as the rules want it is well-formed HTTP: 422, not 400. */
    public static int status(Refusal refusal) {
        return refusal.kind() == Kind.INVALID
                ? Kind.UNMET.status()
                : refusal.kind().status();
    }
}
