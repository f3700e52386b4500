package jp.tsunagi.referral.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.referral.portal.PartnerPortalModel.Shown;
import jp.tsunagi.referral.reading.ReferralLists;
import jp.tsunagi.referral.repository.ReferralQuery.Box;
import jp.tsunagi.referral.repository.ReferralSummary;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The portal of an agency without a system of its own: its inbox, its outbox, and each referral with its decisions. */
@Path("/partner")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.AGENCY_STAFF, Roles.AGENCY_ADMIN, Roles.COUNSELLOR, Roles.SUPERVISOR})
class PartnerPage {

    private final ReferralLists lists;
    private final PartnerPortalModel model;
    private final FormPost posts;
    private final Identity identity;
    private final PageLayout layout;

    PartnerPage(ReferralLists lists, PartnerPortalModel model, FormPost posts, Identity identity, PageLayout layout) {
        this.lists = lists;
        this.model = model;
        this.posts = posts;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance box(
                List<ReferralSummary> lines, boolean isInbox, String state, @Nullable String next);

        static native TemplateInstance referral(Shown shown, Form form);

        static native TemplateInstance command(Shown shown, DecisionForm asked, Form form);
    }

    @GET
    @Transactional
    public TemplateInstance inbox(
            @QueryParam("state") @DefaultValue("all") String state, @QueryParam("cursor") @Nullable String cursor) {
        return show(Box.INBOX, state, cursor);
    }

    @GET
    @Path("outbox")
    @Transactional
    public TemplateInstance outbox(
            @QueryParam("state") @DefaultValue("all") String state, @QueryParam("cursor") @Nullable String cursor) {
        return show(Box.OUTBOX, state, cursor);
    }

    @GET
    @Path("referrals/{id}")
    @Transactional
    public TemplateInstance referral(@PathParam("id") UUID id) {
        return layout.show(Templates.referral(model.read(id, identity.actor()), Form.blank()));
    }

    @GET
    @Path("referrals/{id}/{command}")
    @Transactional
    public TemplateInstance form(@PathParam("id") UUID id, @PathParam("command") String command) {
        return show(shape(command), model.read(id, identity.actor()), Form.blank());
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
        return show(shape, model.read(id, by), again);
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

    private TemplateInstance show(Box box, String state, @Nullable String cursor) {
        boolean isInbox = box == Box.INBOX;
        var asked = new ReferralLists.PageRequest(box, statuses(state), null, cursor, null);
        CursorPage<ReferralSummary> page = lists.page(asked, identity.actor());
        String next = page.next() == null
                ? null
                : "/partner" + (isInbox ? "" : "/outbox") + "?state=" + state + "&cursor=" + page.next();
        return layout.show(Templates.box(page.items(), isInbox, state, next));
    }

    private static Set<ReferralStatus> statuses(String state) {
        return switch (state) {
            case "new" -> Set.of(ReferralStatus.REQUESTED, ReferralStatus.RECEIVED);
            case "open" -> Set.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_PROGRESS, ReferralStatus.ON_HOLD);
            case "closed" ->
                Set.of(
                        ReferralStatus.COMPLETED,
                        ReferralStatus.REJECTED,
                        ReferralStatus.CANCELLED,
                        ReferralStatus.FAILED,
                        ReferralStatus.ENTERED_IN_ERROR);
            default -> Set.of();
        };
    }
}
