package jp.tsunagi.gateway.site;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import jp.tsunagi.gateway.LocalPath;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.platform.identity.Identity;

/** Remembers the language, or the agency to act for, that somebody chose and shows them the same page again. */
@Path("/")
@PermitAll
class ChoicePage {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration WORKDAY = Duration.ofHours(8);

    private final Settings settings;

    ChoicePage(Settings settings) {
        this.settings = settings;
    }

    @GET
    @Path("lang")
    public Response language(@QueryParam("to") String language, @QueryParam("back") String back) {
        return remember("lang", "en".equals(language) ? "en" : "ja", YEAR, back);
    }

    /** Whether the person belongs to that agency is for each service to say, from the token. */
    @GET
    @Path("agency")
    public Response agency(@QueryParam("as") String agency, @QueryParam("back") String back) {
        boolean isCode = agency != null && agency.matches("[A-Z0-9_]{2,20}");
        return remember(Identity.CHOSEN_AGENCY, isCode ? agency : "", isCode ? WORKDAY : Duration.ZERO, back);
    }

    private Response remember(String name, String value, Duration life, String back) {
        NewCookie chosen = new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .sameSite(NewCookie.SameSite.LAX)
                .secure(settings.secureCookies())
                .httpOnly(true)
                .build();
        return Response.seeOther(URI.create(LocalPath.orElse(back, "/")))
                .cookie(chosen)
                .build();
    }
}
