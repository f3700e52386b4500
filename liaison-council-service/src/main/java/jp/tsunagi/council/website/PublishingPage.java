package jp.tsunagi.council.website;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.UUID;
import jp.tsunagi.council.publication.CurrentReader;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.council.routingguide.GuideLine;
import jp.tsunagi.council.routingguide.RoutingGuides;
import jp.tsunagi.council.topic.EditingTopics;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.council.topic.TopicCommand;
import jp.tsunagi.council.topic.TopicFields;
import jp.tsunagi.council.topic.TopicState;
import jp.tsunagi.council.topic.Topics;
import jp.tsunagi.platform.draft.Drafts;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.idempotency.FormPost.Edited;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Flash;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the secretariat writes topics, moves them on, checks what would become public, and publishes. */
@Path("/council/admin")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SECRETARIAT)
class PublishingPage {

    private static final String NEW = "/council/admin/topics/new";

    private final Topics topics;
    private final EditingTopics editing;
    private final CurrentReader current;
    private final TopicPosts posts;
    private final MovingTopics moving;
    private final RoutingGuides guides;
    private final FormPost formPost;
    private final Drafts drafts;
    private final Identity identity;
    private final PageLayout layout;

    PublishingPage(
            Topics topics,
            EditingTopics editing,
            CurrentReader current,
            TopicPosts posts,
            MovingTopics moving,
            RoutingGuides guides,
            FormPost formPost,
            Drafts drafts,
            Identity identity,
            PageLayout layout) {
        this.topics = topics;
        this.editing = editing;
        this.current = current;
        this.posts = posts;
        this.moving = moving;
        this.guides = guides;
        this.formPost = formPost;
        this.drafts = drafts;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance topics(List<TopicCard> topics);

        static native TemplateInstance draft(Form form);

        static native TemplateInstance topic(
                TopicCard topic,
                Form form,
                List<Choice> circles,
                ReviewCard review,
                @Nullable CorrectionCard correction,
                ProgressCard progress);

        static native TemplateInstance check(
                TopicCard topic, Form form, TopicCommand.RequestPublication asked, ReviewCard review);

        static native TemplateInstance approve(TopicCard topic, Form form, ReviewCard review);
    }

    @GET
    @Transactional
    public TemplateInstance topics() {
        TopicReader reader = posts.reader();
        current.noteList(reader, "topic.list", "topic");
        var all = topics.findNewest(reader, null, CursorPage.MAX_SIZE);
        return layout.show(Templates.topics(
                all.stream().map(topic -> TopicCard.of(topic, reader)).toList()));
    }

    @GET
    @Path("/topics/new")
    @Transactional
    public TemplateInstance blank() {
        return draft(drafts.continued(Form.blank(), NEW, identity.actor()));
    }

    @POST
    @Path("/topics/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> propose(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        Actor by = identity.actor();
        return formPost.once(
                form,
                posts.once("propose", fields),
                () -> address(editing.propose(TopicForm.text(form), by)),
                this::draft);
    }

    @GET
    @Path("/topics/{id}")
    @Transactional
    public RestResponse<TemplateInstance> topic(
            @PathParam("id") UUID id, @CookieParam(Flash.COOKIE) @Nullable String done) {
        return Flash.once(done, TopicPosts.address(id), editing(id, Form.blank(), done));
    }

    @POST
    @Path("/topics/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> revise(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return formPost.refusable(
                form,
                new Edited(TopicPosts.address(id), () -> TopicForm.fields(posts.stored(id))),
                () -> posts.change(id, form, new TopicCommand.Revise(TopicForm.text(form))),
                refused -> topic(posts.stored(id), refused, null));
    }

    /** Moves the topic on in the council's work. */
    @POST
    @Path("/topics/{id}/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> move(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return moving.move(id, fields, refused -> editing(id, refused, null));
    }

    /** Keeps what was typed into a form of these pages. */
    @POST
    @Path("/drafts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public RestResponse<Void> keep(MultivaluedMap<String, String> fields) {
        return drafts.answer("/council/admin/", fields, identity.actor());
    }

    /** Shows what would become public; nothing is asked for by it. */
    @POST
    @Path("/topics/{id}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> check(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return formPost.preview(form, () -> checked(id, form), refused -> editing(id, refused, null));
    }

    private TemplateInstance checked(UUID id, Form form) {
        Stored<Topic> stored = posts.stored(id);
        TopicCommand.RequestPublication asked = TopicForm.request(form);
        editing.checkRequest(stored.value(), asked, identity.actor());
        return layout.show(Templates.check(TopicCard.of(stored, posts.reader()), form, asked, review(stored)));
    }

    /** Asks a second person to publish. */
    @POST
    @Path("/topics/{id}/request")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> request(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return posts.once(id, "request", fields, TopicForm::request, refused -> editing(id, refused, null));
    }

    /** What the second person reads before it is published. */
    @GET
    @Path("/topics/{id}/publish")
    @Transactional
    public TemplateInstance approve(@PathParam("id") UUID id) {
        return approving(id, Form.blank());
    }

    @POST
    @Path("/topics/{id}/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> publish(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return posts.once(
                id,
                "publish",
                fields,
                form -> new TopicCommand.Publish(form.values("acknowledged")),
                refused -> approving(id, refused));
    }

    private TemplateInstance approving(UUID id, Form form) {
        Stored<Topic> stored = posts.stored(id);
        return layout.show(Templates.approve(TopicCard.of(stored, posts.reader()), form, review(stored)));
    }

    private static String address(Stored<Topic> stored) {
        return TopicPosts.address(stored.value().proposal().id());
    }

    private ReviewCard review(Stored<Topic> stored) {
        return ReviewCard.of(stored.value(), identity.actor(), layout.locale());
    }

    private TemplateInstance draft(Form form) {
        return layout.show(Templates.draft(form));
    }

    private TemplateInstance topic(Stored<Topic> stored, Form form, @Nullable String done) {
        TopicReader reader = posts.reader();
        current.noteList(reader, "routing-guide.list", "routing-guide");
        TopicState state = stored.value().state();
        List<GuideLine> lines = guides.findByTopic(stored.value().proposal().id(), reader);
        return layout.show(Templates.topic(
                TopicCard.of(stored, reader),
                form,
                TopicForm.circles(stored.value(), layout.locale()),
                review(stored),
                CorrectionCard.of(stored.value(), identity.actor(), layout.locale()),
                ProgressCard.of(state, lines, form)
                        .after(done, TopicFields.of(state).status(), layout.locale())));
    }

    /** The publishing form leaves title and body out; the page shows them as they are, or as they were left. */
    private TemplateInstance editing(UUID id, Form form, @Nullable String done) {
        Stored<Topic> stored = posts.stored(id);
        Form withText = TopicForm.withText(form, stored);
        return topic(stored, drafts.continued(withText, address(stored), identity.actor()), done);
    }
}
