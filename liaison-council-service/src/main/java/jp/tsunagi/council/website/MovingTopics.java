package jp.tsunagi.council.website;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.topic.EditingTopics;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.council.topic.TopicFields;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import org.jboss.resteasy.reactive.RestResponse;

/** Moving a topic on by a form: once, however often it is sent, and with a word about who was faster. */
@ApplicationScoped
class MovingTopics {

    private final EditingTopics editing;
    private final FormPost formPost;
    private final TopicPosts posts;
    private final Audit audit;
    private final Identity identity;
    private final RequestLocale locale;

    MovingTopics(
            EditingTopics editing,
            FormPost formPost,
            TopicPosts posts,
            Audit audit,
            Identity identity,
            RequestLocale locale) {
        this.editing = editing;
        this.formPost = formPost;
        this.posts = posts;
        this.audit = audit;
        this.identity = identity;
        this.locale = locale;
    }

    /** @param again the page with the refused form */
    RestResponse<TemplateInstance> move(
            UUID id, MultivaluedMap<String, String> fields, Function<Form, TemplateInstance> again) {
        Form form = Form.sent(fields);
        MoveForm move = Coded.find(MoveForm.class, form.value("command"))
                .orElseThrow(() -> new Refusal(CouncilProblem.COMMAND_NOT_FOUND));
        Actor by = identity.actor();
        return formPost.once(
                form, posts.once("move/" + id, fields), () -> moved(id, move, form, by), (refused, refusal) -> {
                    // A refusal shown on a page is not seen by the platform's filter, so its audit is written here.
                    audit.refused(by, "topic." + move.code(), "topic/" + id, refusal.code());
                    return again.apply(sayWhoWasFirst(refused, refusal));
                });
    }

    /** @return the address of the topic, with the state that it reached */
    private String moved(UUID id, MoveForm move, Form form, Actor by) {
        Stored<Topic> moved = editing.change(id, TopicForm.version(form), move.command(form), by);
        return TopicPosts.address(id) + "?done="
                + TopicFields.of(moved.value().state()).status().code();
    }

    private Form sayWhoWasFirst(Form form, Refusal refusal) {
        if (refusal.kind() != Kind.STALE) {
            return form;
        }
        Locale language = locale.get();
        var changedAt = Instant.parse(String.valueOf(refusal.values().get("changedAt")));
        String sentence = Messages.in(language, WebsiteMessages.class)
                .changedFirst(String.valueOf(refusal.values().get("changedBy")), JapanTime.jst(changedAt, language));
        return form.refused("", sentence);
    }
}
