package jp.tsunagi.gateway.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.tsunagi.gateway.Backend;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.platform.page.PageLayout;

/** Shows an agency's engineer how to make the first API call in ten minutes. */
@Path("/developers")
@PermitAll
class DevelopersPage {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance developers(
                String site, String issuer, List<Backend> backends, List<EventCatalogue.Kind> events);
    }

    private final PageLayout layout;
    private final Settings settings;
    private final EventCatalogue catalogue;

    DevelopersPage(PageLayout layout, Settings settings, EventCatalogue catalogue) {
        this.layout = layout;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance developers() {
        return layout.show(Templates.developers(
                settings.publicUrl().toString(),
                settings.issuer().toString(),
                List.of(Backend.values()),
                catalogue.kinds()));
    }
}
