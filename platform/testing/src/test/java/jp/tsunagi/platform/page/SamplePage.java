package jp.tsunagi.platform.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tsunagi.platform.problem.Refusal;

/** A page with every tag, each given the same text. */
@Path("/desk/sample")
class SamplePage {

    private static final String EVERY_TAG = """
            {#include layout title=text}
            {#errorSummary form /}{#flash text /}{#flash nothing.or(null) /}
            <h1>{text}</h1>
            <form method="post" novalidate>
            {#key form /}
            {#field form name="a" label=text hint=text required=true /}
            {#textarea form name="b" label=text hint=text /}
            {#radios form name="c" label=text hint=text options=options /}
            {#checkboxes form name="d" label=text options=options /}
            {#select form name="e" label=text options=options /}
            {#checkbox form name="f" label=text hint=text /}
            {#draft /}
            </form>
            {#badge text tone="bad" /}
            {#notice text}<p>{text}</p>{/notice}
            {#scroll text}<table><tr><td>{text}</td></tr></table>{/scroll}
            <dl class="summary">{#row text change="/x"}{text}{/row}</dl>
            {#next text /}{#steps now=1 of=2 /}{#digits text name="code" /}{#time at /}
            {#tel text name=text /}
            {/include}
            """;

    private final Engine engine;
    private final PageLayout layout;

    SamplePage(Engine engine, PageLayout layout) {
        this.engine = engine;
        this.layout = layout;
    }

    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance everyTag(@FormParam("text") String text) {
        Form form = Form.filled(Map.of("a", text, "b", text, "f", text))
                .refused("a", text)
                .refused("b", text)
                .refused("c", text)
                .refused("d", text)
                .refused("e", text)
                .refused("f", text)
                .refused("", text);
        return layout.show(engine.parse(EVERY_TAG, Variant.forContentType(MediaType.TEXT_HTML))
                .data("text", text)
                .data("form", form)
                .data("options", List.of(new Choice(text, text, text)))
                .data("at", Instant.parse("2026-11-24T06:02:00Z")));
    }

    @GET
    @PermitAll
    @Path("/refused")
    @Produces(MediaType.APPLICATION_JSON)
    public String refused() {
        throw new Refusal(SampleProblem.TAKEN);
    }

    @GET
    @PermitAll
    @Path("/refused-page")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance refusedPage() {
        throw new Refusal(SampleProblem.TAKEN);
    }

    @GET
    @RolesAllowed("counsellor")
    @Path("/closed")
    public String closed() {
        return "";
    }
}
