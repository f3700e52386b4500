package jp.tsunagi.gateway.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.vocabulary.Need;

/** The start page: whom to call in danger, help by need, the form, and the other parts of the site. */
@Path("/")
@PermitAll
class LandingPage {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance landing(List<Need> needs);
    }

    private final PageLayout layout;

    LandingPage(PageLayout layout) {
        this.layout = layout;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance landing() {
        return layout.show(Templates.landing(List.of(Need.values())));
    }
}
