package jp.tsunagi.council.website;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagi.council.publication.CurrentReader;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.council.topic.EditingTopics;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.council.topic.TopicCommand;
import jp.tsunagi.council.topic.Topics;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.Form;
import org.jboss.resteasy.reactive.RestResponse;

/** What the secretariat's pages have in common: a topic that is read and noted, and a form that changes it once. */
@ApplicationScoped
class TopicPosts {

    private final Topics topics;
    private final EditingTopics editing;
    private final CurrentReader current;
    private final FormPost posts;
    private final Identity identity;

    TopicPosts(Topics topics, EditingTopics editing, CurrentReader current, FormPost posts, Identity identity) {
        this.topics = topics;
        this.editing = editing;
        this.current = current;
        this.posts = posts;
        this.identity = identity;
    }

    static String address(UUID topic) {
        return "/council/admin/topics/" + topic;
    }

    TopicReader reader() {
        return current.of(identity.actor());
    }

    Stored<Topic> stored(UUID id) {
        TopicReader reader = reader();
        Stored<Topic> stored = topics.get(id, reader);
        current.noteTopic(reader, stored.value().publication(), "topic/" + id);
        return stored;
    }

    /** Gives the command that the form holds, however often it is sent, and leads to the topic. */
    RestResponse<TemplateInstance> once(
            UUID id,
            String action,
            MultivaluedMap<String, String> fields,
            Function<Form, TopicCommand> command,
            Function<Form, TemplateInstance> refused) {
        Form form = Form.sent(fields);
        return posts.once(form, once(action + "/" + id, fields), () -> change(id, form, command.apply(form)), refused);
    }

    FormPost.Once once(String action, MultivaluedMap<String, String> fields) {
        return new FormPost.Once(identity.actor().client(), List.of(action, fields));
    }

    /** @return the address of the topic */
    String change(UUID id, Form form, TopicCommand command) {
        editing.change(id, TopicForm.version(form), command, identity.actor());
        return address(id);
    }
}
