package jp.tsunagi.intake.workbench;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.Flash;
import jp.tsunagi.platform.page.Form;
import org.jboss.resteasy.reactive.RestResponse;

/** What a counsellor does to a case by a form: once, then the case says what was done; or the form again. */
@ApplicationScoped
class CasePosts {

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
        RestResponse<TemplateInstance> answer = posts.once(
                form,
                new FormPost.Once(by.client(), List.of((action.code() + " " + about).strip(), id, typed)),
                () -> {
                    effect.accept(form, by);
                    return "/desk/case/" + id + "#done";
                },
                refused);
        return Flash.after(answer, action.code());
    }

    static long version(Form form) {
        return Version.required(form.value("version"));
    }
}
