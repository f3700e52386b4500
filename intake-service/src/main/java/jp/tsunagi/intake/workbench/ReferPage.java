package jp.tsunagi.intake.workbench;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.handover.HandingOver;
import jp.tsunagi.intake.handover.HandoverRequest;
import jp.tsunagi.intake.triage.PersonalDetails;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Handing a case over in steps: which desk, what it needs and on which ground, what it will see. What was typed
 * travels with the form, and is kept as a draft until it is sent.
 */
@Path("/desk/case/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
class ReferPage {

    private final CasePageModel model;
    private final HandingOver handingOver;
    private final CasePosts posts;
    private final CaseDrafts drafts;
    private final Identity identity;
    private final PageLayout layout;

    ReferPage(
            CasePageModel model,
            HandingOver handingOver,
            CasePosts posts,
            CaseDrafts drafts,
            Identity identity,
            PageLayout layout) {
        this.model = model;
        this.handingOver = handingOver;
        this.posts = posts;
        this.drafts = drafts;
        this.identity = identity;
        this.layout = layout;
    }

    /** The button that masks the names in the summary. */
    private static final String MASK = "mask";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance desks(Form form, CaseView view);

        static native TemplateInstance desk(Form form, CaseView view, RankedDesk ranked);

        static native TemplateInstance preview(Form form, CasePageModel.Preview preview);
    }

    @GET
    @Path("/refer")
    @Transactional
    public TemplateInstance chooseDesk(@PathParam("id") UUID id) {
        return layout.show(Templates.desks(Form.blank(), view(id)));
    }

    @GET
    @Path("/refer/{code}")
    @Transactional
    public TemplateInstance describe(@PathParam("id") UUID id, @PathParam("code") String desk) {
        return page(id, desk, drafts.handover(id, desk, identity.actor()));
    }

    /** The same page with what was typed, for who comes back to change it. */
    @POST
    @Path("/refer/{code}")
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance describeAgain(
            @PathParam("id") UUID id, @PathParam("code") String desk, MultivaluedMap<String, String> typed) {
        return page(id, desk, drafts.handover(id, desk, Form.sent(typed)));
    }

    /** Shows what the desk would see, or why it may not; nothing leaves before the counsellor has looked at it. */
    @POST
    @Path("/preview")
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance preview(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        Form sent = Form.sent(typed);
        Form form = sent.chosen(MASK, "yes")
                ? sent.with(Map.of("summary", PersonalDetails.masked(sent.text("summary"))))
                : sent;
        drafts.keep(typed, identity.actor());
        CaseFile file = model.read(id, identity.actor());
        Optional<Desk> to = model.desk(form.value("targetDesk"));
        HandoverRequest wanted = HandoverForm.request(form, model.textToday());
        Form checked = handingOver
                .refusal(file, to, wanted)
                .map(refusal -> form.refused(refusal, layout.locale()))
                .orElse(form);
        var preview = CasePageModel.preview(
                file, handingOver.told(file, wanted), HandoverForm.plan(form), to, layout.locale());
        return layout.show(Templates.preview(checked, preview));
    }

    @POST
    @Path("/refer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> refer(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.REFER,
                "",
                typed,
                refused -> page(
                        id, refused.value("targetDesk"), drafts.handover(id, refused.value("targetDesk"), refused)),
                (form, by) -> handingOver.handOver(
                        model.readForHandOver(id, by),
                        model.desk(form.value("targetDesk")),
                        new HandingOver.Request(
                                HandoverForm.request(form, model.textToday()), CasePosts.version(form), by)));
    }

    /** The page of one desk, or the list of desks when there is no such desk. */
    private TemplateInstance page(UUID id, String desk, Form form) {
        CaseView view = view(id);
        return layout.show(view.ranked().stream()
                .filter(ranked -> ranked.desk().code().equals(desk))
                .findFirst()
                .map(ranked -> Templates.desk(form, view, ranked))
                .orElseGet(() -> Templates.desks(form, view)));
    }

    private CaseView view(UUID id) {
        return model.view(id, identity.actor(), layout.locale());
    }
}
