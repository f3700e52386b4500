package jp.tsunagi.referral.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.referral.desk.Desks;
import org.jspecify.annotations.Nullable;

/** Asks a user of several agencies for which one, by name. The gateway remembers the choice in a cookie. */
@Path("/agency/choose")
@Produces(MediaType.TEXT_HTML)
class AgencyChoicePage {

    /**
     * An agency to choose.
     *
     * @param url of the gateway, which checks where it leads back to
     */
    record Option(String name, List<String> desks, String url) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance choice(List<Option> options);
    }

    private final Desks desks;
    private final Identity identity;
    private final PageLayout layout;

    AgencyChoicePage(Desks desks, Identity identity, PageLayout layout) {
        this.desks = desks;
        this.identity = identity;
        this.layout = layout;
    }

    @GET
    @Authenticated
    @Transactional
    public TemplateInstance choice(@QueryParam("back") @Nullable String back) {
        String address = back == null ? "/" : back;
        return layout.show(Templates.choice(identity.memberships().stream()
                .map(code -> option(code, address))
                .toList()));
    }

    private Option option(String agency, String back) {
        Locale locale = layout.locale();
        return new Option(
                desks.findAgency(agency).map(known -> known.name(locale)).orElse(agency),
                desks.findByAgency(agency).stream()
                        .map(desk -> desk.name(locale))
                        .toList(),
                "/agency?as=" + encoded(agency) + "&back=" + encoded(back));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
