package jp.tsunagi.intake.consent;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.draft.Drafts;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.vocabulary.Field;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A counsellor asks for consent: first the desk, then what it needs, with the person's own words. */
@Path("/desk/case/{id}/consent")
@Produces(MediaType.TEXT_HTML)
class ConsentPage {

    /** The form of a hand-over has a button that asks for the consent first. */
    private static final String HANDOVERS = "/desk/case/";

    private final CaseFiles files;
    private final Desks desks;
    private final AskingConsent asking;
    private final FormPost posts;
    private final Drafts drafts;
    private final Identity identity;
    private final PageLayout layout;

    ConsentPage(
            CaseFiles files,
            Desks desks,
            AskingConsent asking,
            FormPost posts,
            Drafts drafts,
            Identity identity,
            PageLayout layout) {
        this.files = files;
        this.desks = desks;
        this.asking = asking;
        this.posts = posts;
        this.drafts = drafts;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(Form form, Question question);
    }

    /**
     * What the page shows.
     *
     * @param desk null while none is chosen
     */
    record Question(
            UUID id,
            String receiptNumber,
            List<Choice> deskChoices,
            @Nullable Desk desk,
            List<AskedField> fields) {

        /** Ticked beforehand is what the desk requires; after a refusal, what the counsellor had ticked. */
        public boolean isTicked(Form form, AskedField one) {
            return form.isRefused()
                    ? form.chosen("fields", one.field().code())
                    : one.required() && one.told() && !one.refused();
        }

        /** What the desk requires and nobody has told: there is something to ask before. */
        public List<Field> untold() {
            return fields.stream()
                    .filter(one -> one.required() && !one.told())
                    .map(AskedField::field)
                    .toList();
        }
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    public TemplateInstance show(@PathParam("id") UUID id, @QueryParam("to") @Nullable String desk) {
        return page(id, Form.filled(Map.of("to", desk == null ? "" : desk)), desk);
    }

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> ask(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        // Not with its draft: that is of the hand-over, and goes on when the consulter has answered.
        Form form = Form.sent(typed).with(Map.of(Form.DRAFT, ""));
        Actor by = identity.actor();
        String desk = form.value("targetDesk");
        return posts.once(
                form,
                new FormPost.Once(by.client(), List.of("consent", id, typed)),
                () -> {
                    drafts.keep(HANDOVERS, typed, by);
                    asking.ask(id, desk, Set.copyOf(form.codes("fields", Field.class)), by);
                    return "/desk/case/" + id + "?done=consent#done";
                },
                refused -> {
                    drafts.keep(HANDOVERS, typed, by);
                    return page(id, refused.moved("targetDesk", "to").with(Map.of("to", desk)), desk);
                });
    }

    private TemplateInstance page(UUID id, Form form, @Nullable String code) {
        CaseFile file = files.read(id, identity.actor());
        Desk desk = code == null ? null : desks.find(code).orElse(null);
        List<Choice> others = desks.all().stream()
                .filter(one -> !one.agency().equals(file.consultation().owner()))
                .map(one -> new Choice(one.code(), one.name().in(layout.locale())))
                .toList();
        List<AskedField> fields = desk == null ? List.of() : AskedField.all(desk.profile(), file.submission());
        return layout.show(Templates.ask(form, new Question(id, file.receiptNumber(), others, desk, fields)));
    }
}
