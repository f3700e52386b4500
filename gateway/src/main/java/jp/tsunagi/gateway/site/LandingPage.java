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
import java.util.LinkedHashMap;
import jp.tsunagi.platform.page.PageLayout;

/** The start page, with links to every part of the site. */
@Path("/")
@PermitAll
class LandingPage {

    /** Whom to call in danger, by language tag, and when we last checked it. The first language is the default. */
    @TemplateData
    record Emergency(LinkedHashMap<String, String> sentences, LocalDate asOf) {
        String sentence(String language) {
            return sentences.getOrDefault(language, sentences.firstEntry().getValue());
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
