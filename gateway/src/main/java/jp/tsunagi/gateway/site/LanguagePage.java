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

/** Remembers the language somebody chose and shows them the same page again. */
@Path("/lang")
@PermitAll
class LanguagePage {

    private final Settings settings;

    LanguagePage(Settings settings) {
        this.settings = settings;
    }

    @GET
    public Response choose(@QueryParam("to") String language, @QueryParam("back") String back) {
        NewCookie chosen = new NewCookie.Builder("lang")
                .value("en".equals(language) ? "en" : "ja")
                .path("/")
                .maxAge((int) Duration.ofDays(365).toSeconds())
                .sameSite(NewCookie.SameSite.LAX)
                .secure(settings.secureCookies())
                .httpOnly(true)
                .build();
        return Response.seeOther(URI.create(LocalPath.orElse(back, "/")))
                .cookie(chosen)
                .build();
    }
}
