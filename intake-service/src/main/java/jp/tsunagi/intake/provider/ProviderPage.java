package jp.tsunagi.intake.provider;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Flash;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where counsellors look up a provider, correct what is known of it, and say that they have looked. */
@Path("/desk/providers")
@Produces(MediaType.TEXT_HTML)
class ProviderPage {

    private static final String ALL = "/desk/providers";
    private static final String DUE = "due";

    private final Providers providers;
    private final ProviderForm forms;
    private final FormPost posts;
    private final Identity identity;
    private final PageLayout layout;

    ProviderPage(Providers providers, ProviderForm forms, FormPost posts, Identity identity, PageLayout layout) {
        this.providers = providers;
        this.forms = forms;
        this.posts = posts;
        this.identity = identity;
        this.layout = layout;
    }

    /** @param due whether only those are listed at which somebody should look again */
    record ListView(List<ProviderEntry> entries, boolean due, int all, int dueCount) {}

    record ProviderView(ProviderEntry entry, List<ProviderChange> history, boolean mayEdit) {}

    /** What is picked from lists in the form of an entry. */
    record Choices(List<Choice> kinds, List<Choice> designations, List<Choice> channels, List<Choice> categories) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance providers(ListView list);

        static native TemplateInstance provider(ProviderView view, Form form, @Nullable String done);

        static native TemplateInstance edit(ProviderEntry known, Form form, Choices choices);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public TemplateInstance list(@QueryParam("view") @Nullable String view) {
        List<ProviderEntry> all = providers.findAll();
        List<ProviderEntry> due = all.stream().filter(ProviderEntry::isDue).toList();
        boolean onlyDue = DUE.equals(view);
        return layout.show(Templates.providers(new ListView(onlyDue ? due : all, onlyDue, all.size(), due.size())));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public RestResponse<TemplateInstance> provider(
            @PathParam("code") String code, @CookieParam(Flash.COOKIE) @Nullable String done) {
        return Flash.once(done, address(code), page(code, Form.blank(), done));
    }

    @POST
    @Path("/{code}/confirm")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> confirm(
            @PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        Actor by = identity.actor();
        return posts.once(
                form,
                new FormPost.Once(by.client(), List.of("provider-confirm", code, typed)),
                () -> {
                    providers.confirm(code, version(form), by);
                    return done(code, ProviderChange.Kind.CONFIRMED);
                },
                refused -> page(code, refused, null));
    }

    @GET
    @Path("/{code}/edit")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Transactional
    public TemplateInstance form(@PathParam("code") String code) {
        ProviderEntry entry = providers.get(code);
        return edit(entry, ProviderForm.filled(entry));
    }

    @POST
    @Path("/{code}/edit")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> save(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        Actor by = identity.actor();
        return posts.once(
                form,
                new FormPost.Once(by.client(), List.of("provider-edit", code, typed)),
                new FormPost.Edited(address(code), () -> ProviderForm.texts(providers.get(code))),
                () -> {
                    Provider known = providers.get(code).provider();
                    providers.edit(forms.read(form, known), version(form), by);
                    return done(code, ProviderChange.Kind.EDITED);
                },
                refused -> edit(providers.get(code), refused));
    }

    private TemplateInstance page(String code, Form form, @Nullable String done) {
        ProviderEntry entry = providers.get(code);
        boolean mayEdit = identity.actor().hasAnyRole(Roles.COUNSELLOR, Roles.SUPERVISOR);
        ProviderMessages texts = Messages.in(layout.locale(), ProviderMessages.class);
        return layout.show(Templates.provider(
                new ProviderView(entry, providers.history(code), mayEdit),
                form,
                Coded.find(ProviderChange.Kind.class, done).map(texts::done).orElse(null)));
    }

    private TemplateInstance edit(ProviderEntry entry, Form form) {
        ProviderMessages texts = Messages.in(layout.locale(), ProviderMessages.class);
        return layout.show(Templates.edit(
                entry,
                form,
                new Choices(
                        Choice.of(List.of(ProviderKind.values()), texts::kind),
                        Choice.of(List.of(DesignationStatus.values()), texts::designation),
                        Choice.of(List.of(RemovalChannel.values()), texts::channel),
                        Choice.of(List.of(TermsCategory.values()), texts::category))));
    }

    private static long version(Form form) {
        return Version.required(form.value(Form.VERSION));
    }

    private static String address(String code) {
        return ALL + "/" + code;
    }

    private static String done(String code, ProviderChange.Kind what) {
        return address(code) + "?done=" + what.code();
    }
}
