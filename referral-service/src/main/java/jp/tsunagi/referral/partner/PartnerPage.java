package jp.tsunagi.referral.partner;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.referral.handover.Listed;
import jp.tsunagi.referral.handover.Verb;

/** The portal of an agency without a system of its own: its inbox, its outbox, and each referral with its decisions. */
@Path("/partner")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"agency-staff", "agency-admin", "counsellor", "supervisor"})
class PartnerPage {

    private final Boxes boxes;
    private final PartnerDesk desk;
    private final Identity identity;
    private final PageLayout layout;

    PartnerPage(Boxes boxes, PartnerDesk desk, Identity identity, PageLayout layout) {
        this.boxes = boxes;
        this.desk = desk;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance box(List<Listed> lines, boolean inbox, String state, String next);

        static native TemplateInstance referral(PartnerDesk.Opened opened, Form form);

        static native TemplateInstance command(PartnerDesk.Opened opened, DecisionForm asked, Form form);
    }

    @GET
    @Transactional
    public TemplateInstance inbox(
            @QueryParam("state") @DefaultValue("all") String state, @QueryParam("cursor") String cursor) {
        return box(true, state, cursor);
    }

    @GET
    @Path("outbox")
    @Transactional
    public TemplateInstance outbox(
            @QueryParam("state") @DefaultValue("all") String state, @QueryParam("cursor") String cursor) {
        return box(false, state, cursor);
    }

    @GET
    @Path("referrals/{id}")
    @Transactional
    public TemplateInstance referral(@PathParam("id") UUID id) {
        return layout.show(Templates.referral(desk.open(id, identity.actor()), Form.blank()));
    }

    @GET
    @Path("referrals/{id}/{command}")
    @Transactional
    public TemplateInstance form(@PathParam("id") UUID id, @PathParam("command") String command) {
        Verb verb = CommandResource.verb(command);
        return shown(verb, desk.open(id, identity.actor()), Form.blank());
    }

    @POST
    @Path("referrals/{id}/{command}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("id") UUID id, @PathParam("command") String command, MultivaluedMap<String, String> fields) {
        Verb verb = CommandResource.verb(command);
        Actor by = identity.actor();
        Form form = Form.sent(fields);
        try {
            return QuarkusTransaction.requiringNew().call(() -> desk.decide(id, verb, form, by, PartnerPage::to));
        } catch (Refusal refused) {
            if (refused.kind() == Kind.NOT_FOUND) {
                throw refused;
            }
            return QuarkusTransaction.requiringNew().call(() -> refused(id, verb, form, refused, by));
        }
    }

    /** The same page with what was typed, and with who came first if somebody did. */
    private Response refused(UUID id, Verb verb, Form form, Refusal refused, Actor by) {
        desk.noteRefusal(id, verb, refused, by);
        Form again = desk.wonBy(refused, layout.lang())
                .map(sentence -> form.refused("", sentence))
                .orElseGet(() -> form.refused(refused, layout.locale()));
        int status = refused.kind() == Kind.INVALID ? 422 : refused.kind().status();
        return Response.status(status)
                .entity(shown(verb, desk.open(id, by), again))
                .build();
    }

    private TemplateInstance shown(Verb verb, PartnerDesk.Opened opened, Form form) {
        DecisionForm asked = desk.asked(verb, layout.lang());
        return layout.show(
                asked.isOnePress() ? Templates.referral(opened, form) : Templates.command(opened, asked, form));
    }

    private TemplateInstance box(boolean inbox, String state, String cursor) {
        Boxes.Asked asked = new Boxes.Asked(inbox ? "inbox" : "outbox", statuses(state), null, cursor, null);
        CursorPage<Listed> page = boxes.page(asked, identity.actor());
        String next = page.next() == null
                ? null
                : "/partner" + (inbox ? "" : "/outbox") + "?state=" + state + "&cursor=" + page.next();
        return layout.show(Templates.box(page.items(), inbox, state, next));
    }

    private static List<String> statuses(String state) {
        return switch (state) {
            case "new" -> List.of("requested", "received");
            case "open" -> List.of("accepted", "in-progress", "on-hold");
            case "closed" -> List.of("completed", "rejected", "cancelled", "failed", "entered-in-error");
            default -> List.of();
        };
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create(id == null ? "/partner/outbox" : "/partner/referrals/" + id))
                .build();
    }
}
