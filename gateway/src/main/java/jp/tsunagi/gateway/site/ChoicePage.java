package jp.tsunagi.gateway.site;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import jp.tsunagi.gateway.LocalPath;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.language.RequestLocale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Stores the language or the acting agency that a reader chose in a cookie, and shows the same page again. */
@Path("/")
@PermitAll
class ChoicePage {

    private static final Pattern AGENCY = Pattern.compile("[A-Z0-9_]{2,20}");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration WORKDAY = Duration.ofHours(8);

    private final Settings settings;
    private final RequestLocale requestLocale;

    ChoicePage(Settings settings, RequestLocale requestLocale) {
        this.settings = settings;
        this.requestLocale = requestLocale;
    }

    @GET
    @Path("lang")
    public RestResponse<Void> language(@QueryParam("to") @Nullable String language, @QueryParam("back") String back) {
        boolean isSupported = requestLocale.supported().stream()
                .anyMatch(locale -> locale.toLanguageTag().equals(language));
        return remember(RequestLocale.COOKIE, isSupported ? language : null, YEAR, back);
    }

    /** Does not check that the person belongs to the agency: each service does, from the token. */
    @GET
    @Path("agency")
    public RestResponse<Void> agency(@QueryParam("as") @Nullable String agency, @QueryParam("back") String back) {
        boolean isCode = agency != null && AGENCY.matcher(agency).matches();
        return remember(Identity.CHOSEN_AGENCY, isCode ? agency : null, WORKDAY, back);
    }

    /** Without a value the cookie is deleted. */
    private RestResponse<Void> remember(String name, @Nullable String value, Duration life, @Nullable String back) {
        NewCookie cookie = new NewCookie.Builder(name)
                .value(value == null ? "" : value)
                .path("/")
                .maxAge(value == null ? 0 : (int) life.toSeconds())
                .sameSite(NewCookie.SameSite.LAX)
                .secure(settings.secureCookies())
                .httpOnly(true)
                .build();
        return ResponseBuilder.<Void>seeOther(URI.create(LocalPath.orElse(back, "/")))
                .cookie(cookie)
                .build();
    }
}
