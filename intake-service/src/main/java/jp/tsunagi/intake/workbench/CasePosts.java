package jp.tsunagi.intake.workbench;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.Form;
import org.jboss.resteasy.reactive.RestResponse;

/** What a counsellor does to a case by a form: once, then the case says what was done; or the form again. */
@ApplicationScoped
class CasePosts {

    /** The field with the version that a form began on, after it came back. */
    static final String SINCE = "since";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final FormPost posts;
    private final Identity identity;

    CasePosts(FormPost posts, Identity identity) {
        this.posts = posts;
        this.identity = identity;
    }

    /** @param about what the action is about beside the case, such as an approval; its own name in the key of the form */
    RestResponse<TemplateInstance> once(
            UUID id,
            CaseDone action,
            String about,
            MultivaluedMap<String, String> typed,
            Function<Form, TemplateInstance> refused,
            BiConsumer<Form, Actor> effect) {
        Form form = Form.sent(typed);
        Actor by = identity.actor();
        var once = new FormPost.Once(by.client(), List.of((action.code() + " " + about).strip(), id, typed));
        return posts.once(form, once, done(id, action, form, by, effect), refused);
    }

    /** The same for a text that a colleague may have written as well: theirs, mine or both. */
    RestResponse<TemplateInstance> once(
            UUID id,
            CaseDone action,
            MultivaluedMap<String, String> typed,
            Function<Form, Map<String, String>> stored,
            Function<Form, TemplateInstance> refused,
            BiConsumer<Form, Actor> effect) {
        Form form = Form.sent(typed);
        Actor by = identity.actor();
        var once = new FormPost.Once(by.client(), List.of(action.code(), id, typed));
        var edited = new FormPost.Edited(CaseDrafts.address(id), () -> stored.apply(form));
        return posts.once(form, once, edited, done(id, action, form, by, effect), refused);
    }

    private static Supplier<String> done(
            UUID id, CaseDone action, Form form, Actor by, BiConsumer<Form, Actor> effect) {
        return () -> {
            effect.accept(form, by);
            return CaseDrafts.address(id) + "?done=" + action.code() + "#done";
        };
    }

    static long version(Form form) {
        return Version.required(form.value("version"));
    }

    /**
     * The version of the case that the person had before them when they began to write. A form that came back is sent
     * on the version that it was shown with, and still says what happened since.
     */
    static long began(Form form) {
        String since = form.value(SINCE).isEmpty() ? form.value(Form.VERSION) : form.value(SINCE);
        return NUMBER.matcher(since).matches() ? Long.parseLong(since) : Long.MAX_VALUE;
    }
}
