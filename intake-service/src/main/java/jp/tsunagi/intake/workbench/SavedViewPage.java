package jp.tsunagi.intake.workbench;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.savedview.SavedViews;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Form;
import org.jboss.resteasy.reactive.RestResponse;

/** The lists that a counsellor keeps above the queue. Each form brings along which list it stood on. */
@Path(QueueView.PATH + "/views")
@Produces(MediaType.TEXT_HTML)
class SavedViewPage {

    private final SavedViews views;
    private final QueuePageModel model;
    private final FormPost posts;
    private final Identity identity;

    SavedViewPage(SavedViews views, QueuePageModel model, FormPost posts, Identity identity) {
        this.views = views;
        this.model = model;
        this.posts = posts;
        this.identity = identity;
    }

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> save(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        Queue.Filter filter = filter(form);
        return once(
                form,
                List.of(QueueDone.SAVE.code(), typed),
                filter,
                QueueDone.SAVE,
                by -> views.save(form.value("name"), QueueView.address(filter), by));
    }

    @POST
    @Path("/{id}/remove")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> remove(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        return once(
                form,
                List.of(QueueDone.REMOVE.code(), id, typed),
                filter(form),
                QueueDone.REMOVE,
                by -> views.remove(id, by));
    }

    private RestResponse<TemplateInstance> once(
            Form form, List<Object> request, Queue.Filter filter, QueueDone done, Consumer<Actor> effect) {
        Actor by = identity.actor();
        return posts.once(
                form,
                new FormPost.Once(by.client(), request),
                () -> {
                    effect.accept(by);
                    return QueueView.address(filter) + "&done=" + done.code();
                },
                refused -> model.again(refused, filter, by));
    }

    private static Queue.Filter filter(Form form) {
        return Queue.Filter.read(
                form.value("view"),
                form.value("status"),
                form.value("urgency"),
                form.chosen("respondents", "true"),
                null);
    }
}
