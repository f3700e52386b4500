package jp.tsunagi.gateway.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.tsunagi.platform.page.PageLayout;

/** Where somebody arrives who signed in beside a form: what they typed waits in the other tab. */
@Path("/signed-in")
@PermitAll
class SignedInPage {

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance signedIn();
    }

    private final PageLayout layout;

    SignedInPage(PageLayout layout) {
        this.layout = layout;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance signedIn() {
        return layout.show(Templates.signedIn());
    }
}
