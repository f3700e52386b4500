package jp.tsunagi.council.routingguide;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagi.council.publication.CurrentReader;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.council.topic.Topics;
import jp.tsunagi.platform.draft.Drafts;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the secretariat proposes versions of the routing guide, by one account, and adopts them, by another. */
@Path("/council/admin/routing-guides")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SECRETARIAT)
class RoutingGuidePage {

    private static final String ALL = "/council/admin/routing-guides";
    private static final String NEW = ALL + "/new";

    private final RoutingGuides guides;
    private final EditingGuides editing;
    private final Topics topics;
    private final CurrentReader current;
    private final FormPost formPost;
    private final Drafts drafts;
    private final Identity identity;
    private final PageLayout layout;

    RoutingGuidePage(
            RoutingGuides guides,
            EditingGuides editing,
            Topics topics,
            CurrentReader current,
            FormPost formPost,
            Drafts drafts,
            Identity identity,
            PageLayout layout) {
        this.guides = guides;
        this.editing = editing;
        this.topics = topics;
        this.current = current;
        this.formPost = formPost;
        this.drafts = drafts;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance guides(List<GuideCard> guides);

        static native TemplateInstance draft(Form form, List<Choice> topics);

        static native TemplateInstance guide(
                GuideCard card, String text, Form form, boolean mayAdopt, @Nullable Changes changes);
    }

    /** What changed against the version that was adopted before. */
    @TemplateData
    record Changes(int since, boolean tooLong, List<GuideDiff.Line> lines) {

        static Changes of(RoutingGuide before, RoutingGuide guide) {
            String old = before.content().text();
            String text = guide.content().text();
            boolean tooLong = GuideDiff.isTooLong(old) || GuideDiff.isTooLong(text);
            return new Changes(before.number(), tooLong, tooLong ? List.of() : GuideDiff.of(old, text));
        }
    }

    @GET
    @Transactional
    public TemplateInstance guides() {
        TopicReader reader = reader();
        current.noteList(reader, "routing-guide.list", "routing-guide");
        List<GuideLine> lines = guides.findNewest(reader, RoutingGuides.AFTER_THE_LAST, CursorPage.MAX_SIZE);
        Map<UUID, String> titles =
                topics.findTitles(lines.stream().map(GuideLine::topicId).toList(), reader);
        return layout.show(Templates.guides(
                lines.stream().map(line -> GuideCard.of(line, titles)).toList()));
    }

    @GET
    @Path("/new")
    @Transactional
    public TemplateInstance blank(@QueryParam("topic") @Nullable String topic) {
        String lastAdopted = guides.findAdoptedBefore(RoutingGuides.AFTER_THE_LAST)
                .map(guide -> guide.content().text())
                .orElse("");
        Form form = drafts.continued(Form.filled(Map.of("text", lastAdopted)), NEW, identity.actor());
        return draft(topic == null ? form : form.with(Map.of("topicId", topic)));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> propose(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        Actor by = identity.actor();
        return formPost.once(
                form,
                once("propose", fields),
                () -> address(
                        editing.propose(GuideForm.content(form), by).value().id()),
                this::draft);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public TemplateInstance guide(@PathParam("id") UUID id) {
        return guide(id, Form.blank());
    }

    @POST
    @Path("/{id}/adopt")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> adopt(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return change(id, "adopt", fields, _ -> new GuideCommand.Adopt());
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return change(id, "withdraw", fields, GuideForm::withdrawal);
    }

    private RestResponse<TemplateInstance> change(
            UUID id, String action, MultivaluedMap<String, String> fields, Function<Form, GuideCommand> command) {
        Form form = Form.sent(fields);
        Actor by = identity.actor();
        return formPost.once(
                form,
                once(action + "/" + id, fields),
                () -> {
                    editing.change(id, GuideForm.version(form), command.apply(form), by);
                    return address(id);
                },
                refused -> guide(id, refused));
    }

    private TemplateInstance draft(Form form) {
        TopicReader reader = reader();
        current.noteList(reader, "topic.list", "topic");
        List<Choice> decided = topics.findDecided(reader).stream()
                .map(topic -> new Choice(
                        topic.proposal().id().toString(),
                        topic.proposal().text().title()))
                .toList();
        return layout.show(Templates.draft(form, decided));
    }

    private TemplateInstance guide(UUID id, Form form) {
        TopicReader reader = reader();
        Stored<RoutingGuide> stored = guides.get(id, reader);
        current.noteList(reader, "routing-guide.read", "routing-guide/" + id);
        RoutingGuide guide = stored.value();
        Optional<RoutingGuide> before = guides.findAdoptedBefore(guide.number());
        GuideLine line = GuideLine.of(guide, stored.version());
        return layout.show(Templates.guide(
                GuideCard.of(line, topics.findTitles(List.of(line.topicId()), reader)),
                guide.content().text(),
                form,
                guide.mayBeAdoptedBy(identity.actor()),
                before.map(other -> Changes.of(other, guide)).orElse(null)));
    }

    private TopicReader reader() {
        return current.of(identity.actor());
    }

    private FormPost.Once once(String action, MultivaluedMap<String, String> fields) {
        return new FormPost.Once(identity.actor().client(), List.of("routing-guide", action, fields));
    }

    private static String address(UUID id) {
        return ALL + "/" + id;
    }
}
