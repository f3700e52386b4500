package jp.tsunagi.council.website;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.council.publication.Correction;
import jp.tsunagi.council.publication.TakeDownReason;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.council.topic.TopicCommand;
import jp.tsunagi.council.topic.TopicFields;
import jp.tsunagi.platform.draft.Drafts;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.idempotency.FormPost.Edited;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the secretariat corrects what is published, by two people, and takes it down, by one. */
@Path("/council/admin/published/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SECRETARIAT)
class CorrectionPage {

    private final TopicPosts posts;
    private final FormPost formPost;
    private final Drafts drafts;
    private final Identity identity;
    private final PageLayout layout;

    CorrectionPage(TopicPosts posts, FormPost formPost, Drafts drafts, Identity identity, PageLayout layout) {
        this.posts = posts;
        this.formPost = formPost;
        this.drafts = drafts;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance correct(TopicCard topic, Form form);

        static native TemplateInstance approve(TopicCard topic, Form form, @Nullable CorrectionCard correction);

        static native TemplateInstance takeDown(TopicCard topic, Form form, List<Choice> reasons);
    }

    @GET
    @Path("/correct")
    @Transactional
    public TemplateInstance correct(@PathParam("id") UUID id) {
        Form untouched = Form.filled(fields(id));
        return correcting(id, drafts.continued(untouched, address(id, "/correct"), identity.actor()));
    }

    @POST
    @Path("/correct")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> ask(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return formPost.once(
                form,
                posts.once("correct/" + id, fields),
                new Edited(address(id, "/correct"), () -> fields(id)),
                () -> posts.change(id, form, TopicForm.correction(form)),
                refused -> correcting(id, refused));
    }

    /** What the second person reads. */
    @GET
    @Path("/approve")
    @Transactional
    public TemplateInstance approve(@PathParam("id") UUID id) {
        return approving(id, Form.blank());
    }

    @POST
    @Path("/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> publish(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return posts.once(
                id,
                "publish-correction",
                fields,
                form -> new TopicCommand.PublishCorrection(form.values("acknowledged")),
                refused -> approving(id, refused));
    }

    @GET
    @Path("/take-down")
    @Transactional
    public TemplateInstance takeDown(@PathParam("id") UUID id) {
        return takingDown(id, Form.blank());
    }

    @POST
    @Path("/take-down")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> takeDown(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return posts.once(id, "take-down", fields, TopicForm::takeDown, refused -> takingDown(id, refused));
    }

    private TemplateInstance correcting(UUID id, Form form) {
        return layout.show(Templates.correct(card(posts.stored(id)), form));
    }

    private TemplateInstance approving(UUID id, Form form) {
        Stored<Topic> stored = posts.stored(id);
        var correction = CorrectionCard.of(stored.value(), identity.actor(), layout.locale());
        return layout.show(Templates.approve(card(stored), form, correction));
    }

    private TemplateInstance takingDown(UUID id, Form form) {
        WebsiteMessages messages = Messages.in(layout.locale(), WebsiteMessages.class);
        List<Choice> reasons = Choice.of(List.of(TakeDownReason.values()), messages::takeDownReason);
        return layout.show(Templates.takeDown(card(posts.stored(id)), form, reasons));
    }

    private TopicCard card(Stored<Topic> stored) {
        return TopicCard.of(stored, posts.reader());
    }

    /** The text that waits for a second person, or the published one. */
    private Map<String, String> fields(UUID id) {
        Stored<Topic> stored = posts.stored(id);
        Map<String, String> fields = new HashMap<>(TopicForm.fields(stored));
        String note = TopicFields.of(stored.value().state()).note();
        fields.put("note", note == null ? "" : note);
        Correction waiting = stored.value().review().correction();
        if (waiting != null) {
            fields.putAll(Map.of("title", waiting.title(), "body", waiting.body(), "reason", waiting.reason()));
            String corrected = waiting.note();
            fields.put("note", corrected == null ? fields.getOrDefault("note", "") : corrected);
        }
        return fields;
    }

    private static String address(UUID id, String step) {
        return "/council/admin/published/" + id + step;
    }
}
