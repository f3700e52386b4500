package jp.tsunagi.gateway.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import jp.tsunagi.platform.page.PageLayout;

/** The start page: everybody finds their own door from here. */
@Path("/")
@PermitAll
class LandingPage {

    /** Whom to call when somebody is in danger, and when we last checked that. */
    @TemplateData
    record Emergency(String number, String ja, String en, LocalDate asOf) {
        String sentence(String lang) {
            return "en".equals(lang) ? en : ja;
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance landing(Emergency emergency, String sentence);
    }

    private final PageLayout layout;
    private final Emergency emergency;

    LandingPage(PageLayout layout, ObjectMapper json) {
        this.layout = layout;
        try (InputStream file = LandingPage.class.getResourceAsStream("/emergency.json")) {
            this.emergency = json.readValue(file, Emergency.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance landing() {
        return layout.show(Templates.landing(emergency, emergency.sentence(layout.lang())));
    }
}
