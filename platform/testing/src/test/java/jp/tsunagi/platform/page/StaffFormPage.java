package jp.tsunagi.platform.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import jp.tsunagi.platform.draft.Drafts;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.FormPost;
import jp.tsunagi.platform.idempotency.FormPost.Edited;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/** A record of staff with one text, a form that keeps its draft, and the choice when somebody else was faster. */
@Path("/desk/sample")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("counsellor")
class StaffFormPage {

    static final String PAGE = "/desk/sample/text";
    static final String DRAFTS = "/desk/sample/drafts";

    private static final String TEMPLATE = """
            {#include layout title="text"}
            {#errorSummary form /}
            <h1>text</h1>
            {#draftRestored form at="/desk/sample/drafts" /}
            {#joined form /}
            {#if form.conflict}
            {#conflict form}{#versions form name="text" label="the text" /}{/conflict}
            {#else}
            <form method="post" novalidate action="/desk/sample/text">
            {#key form /}
            <input type="hidden" name="version" value="{form.value('version')}">
            {#textarea form name="text" label="the text" /}
            <p><button type="submit">save</button></p>
            {#draftKeep form at="/desk/sample/drafts" /}
            </form>
            {/if}
            {/include}
            """;

    static String text = "";
    static long version = 1;

    private final Engine engine;
    private final PageLayout layout;
    private final FormPost formPost;
    private final Drafts drafts;
    private final Identity identity;

    StaffFormPage(Engine engine, PageLayout layout, FormPost formPost, Drafts drafts, Identity identity) {
        this.engine = engine;
        this.layout = layout;
        this.formPost = formPost;
        this.drafts = drafts;
        this.identity = identity;
    }

    @GET
    @Path("/text")
    @Transactional
    public TemplateInstance text() {
        return show(drafts.continued(Form.filled(stored()), PAGE, identity.actor()));
    }

    @POST
    @Path("/text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> save(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return formPost.once(
                form,
                new FormPost.Once(identity.actor().client(), fields),
                new Edited(PAGE, StaffFormPage::stored),
                () -> store(form),
                this::show);
    }

    @POST
    @Path("/drafts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public RestResponse<Void> keep(MultivaluedMap<String, String> fields) {
        return drafts.answer("/desk/sample/", fields, identity.actor());
    }

    private static String store(Form form) {
        if (form.value("text").isBlank()) {
            throw new Refusal(SampleProblem.INPUT_UNMET).at("/text", SampleProblem.ADDRESS_MISSING);
        }
        if (Version.required(form.value("version")) != version) {
            throw Version.stale(version);
        }
        text = form.value("text");
        version++;
        return PAGE;
    }

    private static Map<String, String> stored() {
        return Map.of("text", text, "version", Long.toString(version));
    }

    private TemplateInstance show(Form form) {
        return layout.show(engine.parse(TEMPLATE, Variant.forContentType(MediaType.TEXT_HTML))
                .data("form", form));
    }
}
