package jp.tsunagi.platform.language;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The language of the current request. A reader chooses one on a page (cookie {@code lang}); without a choice a page is
 * in the default language, because a browser's setting says little about a child on a borrowed phone. A machine asks by
 * {@code Accept-Language} (RFC 9110, 12.5.4).
 */
@ApplicationScoped
public class RequestLocale {

    /** Cookie in which the gateway remembers the language that a reader chose. */
    public static final String COOKIE = "lang";

    private final RoutingContext request;
    private final List<Locale> supported;
    private final Locale defaultLocale;

    RequestLocale(
            RoutingContext request,
            @ConfigProperty(name = "quarkus.locales") List<String> supported,
            @ConfigProperty(name = "quarkus.default-locale") String defaultLocale) {
        this.request = request;
        this.supported = supported.stream().map(Locale::forLanguageTag).toList();
        this.defaultLocale = Locale.forLanguageTag(defaultLocale);
    }

    public Locale get() {
        return chosen().or(this::accepted).orElse(defaultLocale);
    }

    /** The languages that have message files, in the order in which they are offered. */
    public List<Locale> supported() {
        return supported;
    }

    private Optional<Locale> chosen() {
        Cookie cookie = request.request().getCookie(COOKIE);
        return cookie == null
                ? Optional.empty()
                : supported.stream()
                        .filter(locale -> locale.toLanguageTag().equals(cookie.getValue()))
                        .findAny();
    }

    private Optional<Locale> accepted() {
        String accept = request.request().getHeader("Accept");
        String wanted = request.request().getHeader("Accept-Language");
        if (wanted == null || (accept != null && accept.startsWith("text/html"))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(LanguageRange.parse(wanted), supported));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
