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
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Form;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives a case to a colleague, or back, from the case's own page. */
@Path("/desk/case/{id}")
@Produces(MediaType.TEXT_HTML)
class AssignPage {

    /** The case page asks for several texts; its note is another. */
    private static final String NOTE = "assignNote";

    private final AssigningCases assigning;
    private final CasePosts posts;
    private final CasePage cases;

    AssignPage(AssigningCases assigning, CasePosts posts, CasePage cases) {
        this.assigning = assigning;
        this.posts = posts;
        this.cases = cases;
    }

    @POST
    @Path("/assign")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> assign(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return act(id, CaseDone.ASSIGN, typed, (form, by) -> {
            String note = form.text(NOTE);
            assigning.assign(id, CasePosts.version(form), new AssigningCases.Assignment(form.value("to"), note), by);
        });
    }

    @POST
    @Path("/release")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> release(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return act(id, CaseDone.RELEASE, typed, (form, by) -> assigning.release(id, CasePosts.version(form), by));
    }

    private RestResponse<TemplateInstance> act(
            UUID id, CaseDone action, MultivaluedMap<String, String> typed, BiConsumer<Form, Actor> effect) {
        return posts.once(
                id,
                action,
                "",
                typed,
                refused -> cases.page(id, CaseDrafts.ASSIGN, refused.moved("text", NOTE)),
                effect);
    }
}
