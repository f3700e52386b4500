package jp.tsunagi.gateway.site;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.tsunagi.gateway.LocalPath;
import jp.tsunagi.gateway.Settings;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.language.RequestLocale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
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
        return remember(Status.SEE_OTHER, RequestLocale.COOKIE, supported(language), YEAR, back);
    }

    /** The browser posts the form that it brought once more, to the page that shows it: 307 keeps method and body. */
    @POST
    @Path("lang")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<Void> languageOfForm(
            @QueryParam("to") @Nullable String language, @QueryParam("back") String back) {
        return remember(Status.TEMPORARY_REDIRECT, RequestLocale.COOKIE, supported(language), YEAR, back);
    }

    private @Nullable String supported(@Nullable String language) {
        return requestLocale.supported().stream()
                .map(Locale::toLanguageTag)
                .filter(tag -> tag.equals(language))
                .findFirst()
                .orElse(null);
    }

    /** Does not check that the person belongs to the agency: each service does, from the token. */
    @GET
    @Path("agency")
    public RestResponse<Void> agency(@QueryParam("as") @Nullable String agency, @QueryParam("back") String back) {
        boolean isCode = agency != null && AGENCY.matcher(agency).matches();
        return remember(Status.SEE_OTHER, Identity.CHOSEN_AGENCY, isCode ? agency : null, WORKDAY, back);
    }

    /** Without a value the cookie is deleted. */
    private RestResponse<Void> remember(
            Status redirect, String name, @Nullable String value, Duration life, @Nullable String back) {
        NewCookie cookie = new NewCookie.Builder(name)
                .value(value == null ? "" : value)
                .path("/")
                .maxAge(value == null ? 0 : (int) life.toSeconds())
                .sameSite(NewCookie.SameSite.LAX)
                .secure(settings.secureCookies())
                .httpOnly(true)
                .build();
        return ResponseBuilder.<Void>create(redirect)
                .location(URI.create(LocalPath.orElse(back, "/")))
                .cookie(cookie)
                .build();
    }
}
