package jp.tsunagi.council.topic;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import jp.tsunagi.council.topic.EditingTopics.Once;
import jp.tsunagi.council.topic.EditingTopics.Release;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;

/** Where the secretariat writes topics, checks what would become public, and publishes. */
@Path("/council/admin")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("secretariat")
class PublishingPage {

    private final Topics topics;
    private final EditingTopics editing;
    private final Identity identity;
    private final PageLayout layout;

    PublishingPage(Topics topics, EditingTopics editing, Identity identity, PageLayout layout) {
        this.topics = topics;
        this.editing = editing;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance topics(List<TopicCard> topics);

        static native TemplateInstance draft(Form form);

        static native TemplateInstance topic(TopicCard topic, Form form, List<Choice> circles);

        static native TemplateInstance check(TopicCard topic, Form form, String circle, Release release);
    }

    @GET
    @Transactional
    public TemplateInstance topics() {
        var all = topics.newest(editing.reader(identity.actor()), null, CursorPage.MAX_SIZE);
        return layout.show(Templates.topics(
                all.stream().map(topic -> TopicCard.of(topic, layout.lang())).toList()));
    }

    @GET
    @Path("/topics/new")
    public TemplateInstance blank() {
        return layout.show(Templates.draft(Form.blank()));
    }

    @POST
    @Path("/topics/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        try {
            return editing.propose(
                    new Once(identity.actor(), form.key(), PublishingPage::toTopic), TopicForm.draft(form));
        } catch (Refusal refusal) {
            return TopicForm.refused(refusal, layout.show(Templates.draft(form.refused(refusal, layout.locale()))));
        }
    }

    @GET
    @Path("/topics/{id}")
    @Transactional
    public TemplateInstance topic(@PathParam("id") String id) {
        StoredTopic stored = stored(id);
        var proposal = stored.topic().proposal();
        return shown(
                stored,
                Form.filled(Map.of(
                        "title", proposal.title(),
                        "body", proposal.body(),
                        "version", Long.toString(stored.version()))));
    }

    @POST
    @Path("/topics/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revise(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        StoredTopic stored = stored(id);
        try {
            return toTopic(editing.revise(
                    TopicResource.idOf(id), TopicForm.version(form), identity.actor(), TopicForm.draft(form)));
        } catch (Refusal refusal) {
            return TopicForm.refused(refusal, shown(stored, form.refused(refusal, layout.locale())));
        }
    }

    /** Shows what would become public; nothing is published by it. */
    @POST
    @Path("/topics/{id}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        StoredTopic stored = stored(id);
        try {
            Release release = TopicForm.release(form);
            editing.rehearse(stored, release);
            return Response.ok(layout.show(Templates.check(
                            TopicCard.of(stored, layout.lang()),
                            form,
                            release.visibility().label(layout.lang()),
                            release)))
                    .build();
        } catch (Refusal refusal) {
            return TopicForm.refused(
                    refusal, shown(stored, withText(form, stored).refused(refusal, layout.locale())));
        }
    }

    @POST
    @Path("/topics/{id}/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        StoredTopic stored = stored(id);
        try {
            return editing.publish(
                    new Once(identity.actor(), form.key(), PublishingPage::toTopic),
                    TopicResource.idOf(id),
                    TopicForm.version(form),
                    TopicForm.release(form));
        } catch (Refusal refusal) {
            return TopicForm.refused(
                    refusal, shown(stored, withText(form, stored).refused(refusal, layout.locale())));
        }
    }

    private StoredTopic stored(String id) {
        return topics.get(TopicResource.idOf(id), editing.reader(identity.actor()));
    }

    /** The publishing form leaves title and body out; the page shows them as they are. */
    private static Form withText(Form form, StoredTopic stored) {
        var proposal = stored.topic().proposal();
        return Form.filled(Map.of(
                "title", proposal.title(),
                "body", proposal.body(),
                "version", Long.toString(stored.version()),
                "visibility", form.value("visibility"),
                "embargoUntil", form.value("embargoUntil")));
    }

    private TemplateInstance shown(StoredTopic stored, Form form) {
        return layout.show(Templates.topic(
                TopicCard.of(stored, layout.lang()),
                form,
                TopicForm.circlesWiderThan(stored.publication().visibility(), layout.lang())));
    }

    private static Response toTopic(StoredTopic stored) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(
                        "Location",
                        "/council/admin/topics/" + stored.topic().proposal().id())
                .build();
    }
}
