package jp.tsunagi.referral.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.draft.Drafts;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Flash;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.portal.PartnerPortalModel.Shown;
import jp.tsunagi.referral.repository.ReferralQuery.Box;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The portal of an agency without a system of its own: its inbox, its outbox, and each referral with its decisions. */
@Path("/partner")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.AGENCY_STAFF, Roles.AGENCY_ADMIN, Roles.COUNSELLOR, Roles.SUPERVISOR})
class PartnerPage {

    /** Characters of a number that somebody typed; the page says it again. */
    private static final int MAX_NUMBER = 40;

    private final PartnerBoxModel boxes;
    private final PartnerPortalModel model;
    private final FormPost posts;
    private final Drafts drafts;
    private final Identity identity;
    private final PageLayout layout;

    PartnerPage(
            PartnerBoxModel boxes,
            PartnerPortalModel model,
            FormPost posts,
            Drafts drafts,
            Identity identity,
            PageLayout layout) {
        this.boxes = boxes;
        this.model = model;
        this.posts = posts;
        this.drafts = drafts;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance box(PartnerBoxModel.Shown shown, @Nullable String done);

        static native TemplateInstance referral(Shown shown, Form form);

        static native TemplateInstance command(Shown shown, DecisionForm asked, Form form);
    }

    @GET
    @Transactional
    public RestResponse<TemplateInstance> inbox(
            @QueryParam("state") @DefaultValue("all") String state,
            @QueryParam("number") @Nullable String number,
            @QueryParam("cursor") @Nullable String cursor) {
        return show(Box.INBOX, state, number, cursor, null);
    }

    @GET
    @Path("outbox")
    @Transactional
    public RestResponse<TemplateInstance> outbox(
            @QueryParam("state") @DefaultValue("all") String state,
            @QueryParam("number") @Nullable String number,
            @QueryParam("cursor") @Nullable String cursor,
            @CookieParam(Flash.COOKIE) @Nullable String done) {
        // A draft that was discarded has no page of its own that could say so.
        boolean isDiscarded = CommandType.DISCARD.code().equals(done);
        return show(Box.OUTBOX, state, number, cursor, isDiscarded ? CommandType.DISCARD : null);
    }

    @GET
    @Path("referrals/{id}")
    @Transactional
    public RestResponse<TemplateInstance> referral(
            @PathParam("id") UUID id, @CookieParam(Flash.COOKIE) @Nullable String done) {
        CommandType command =
                Coded.find(CommandType.class, done == null ? "" : done).orElse(null);
        Shown shown = model.read(id, identity.actor(), layout.locale()).after(command, layout.locale());
        return Flash.once(done, PartnerPortalModel.address(id), layout.show(Templates.referral(shown, Form.blank())));
    }

    @GET
    @Path("referrals/{id}/{command}")
    @Transactional
    public TemplateInstance form(@PathParam("id") UUID id, @PathParam("command") String command) {
        Actor by = identity.actor();
        // A number that confirms is typed anew.
        Form form =
                drafts.continued(Form.blank(), address(id, shape(command)), by).with(Map.of("confirm", ""));
        return show(shape(command), model.read(id, by, layout.locale()), form);
    }

    /** Keeps what was typed into a form of these pages, and leads back to the page of the form. */
    @POST
    @Path("drafts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public RestResponse<Void> keep(MultivaluedMap<String, String> fields) {
        return drafts.answer("/partner/", fields, identity.actor());
    }

    @POST
    @Path("referrals/{id}/{command}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> decide(
            @PathParam("id") UUID id, @PathParam("command") String command, MultivaluedMap<String, String> fields) {
        CommandShape shape = shape(command);
        Actor by = identity.actor();
        Form form = Form.sent(fields);
        return posts.refusable(
                form,
                () -> model.decide(id, shape, form, by),
                (again, refused) -> showAgain(id, shape, again, refused, by));
    }

    /** The same page with what was typed; a person who came too late reads who was first. */
    private TemplateInstance showAgain(UUID id, CommandShape shape, Form form, Refusal refused, Actor by) {
        model.auditRefusal(id, shape, refused, by);
        Form again = model.sayWhoWasFirst(refused, layout.locale())
                .map(sentence -> form.refused("", sentence))
                .orElse(form);
        // A form of the case page has its draft over there.
        Form named = again.with(Map.of(Form.DRAFT, address(id, shape)));
        return show(shape, model.read(id, by, layout.locale()), named);
    }

    private static String address(UUID id, CommandShape shape) {
        return PartnerPortalModel.address(id) + "/" + shape.code();
    }

    private static CommandShape shape(String command) {
        return Coded.find(CommandShape.class, command)
                .filter(DecisionForm::isOnPages)
                .orElseThrow(() -> new Refusal(ReferralProblem.COMMAND_NOT_FOUND));
    }

    private TemplateInstance show(CommandShape shape, Shown shown, Form form) {
        DecisionForm asked = model.form(shape, shown, layout.locale());
        return layout.show(
                asked.isOnePress() ? Templates.referral(shown, form) : Templates.command(shown, asked, form));
    }

    /** Whoever looks for a number of theirs is led to the referral itself, in whichever list it is. */
    private RestResponse<TemplateInstance> show(
            Box box, String state, @Nullable String number, @Nullable String cursor, @Nullable CommandType done) {
        Actor reader = identity.actor();
        String typed = number == null ? "" : number.strip();
        String sought = typed.substring(0, Math.min(typed.length(), MAX_NUMBER));
        Optional<UUID> found = boxes.find(sought, reader);
        if (found.isPresent()) {
            return RestResponse.seeOther(URI.create(PartnerPortalModel.address(found.get())));
        }
        PartnerBoxModel.Shown shown = boxes.page(box, BoxFilter.of(state), cursor, reader, layout.locale())
                .without(sought);
        String sentence = done == null
                ? null
                : Messages.in(layout.locale(), LifecycleMessages.class).done(done);
        return Flash.once(
                done == null ? null : done.code(),
                PartnerPortalModel.OUTBOX,
                layout.show(Templates.box(shown, sentence)));
    }
}
