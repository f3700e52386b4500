package jp.tsunagi.gateway.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.tsunagi.platform.page.PageLayout;

/** The accessibility policy: the goal, and what is not tested yet. */
@Path("/a11y")
@PermitAll
class AccessibilityPage {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance policy();
    }

    private final PageLayout layout;

    AccessibilityPage(PageLayout layout) {
        this.layout = layout;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance policy() {
        return layout.show(Templates.policy());
    }
}
