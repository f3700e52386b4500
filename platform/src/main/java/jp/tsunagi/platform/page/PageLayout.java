package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;
import org.jspecify.annotations.Nullable;

/** What every page's frame shows: its language, who is signed in, and which part of the site it belongs to. */
@ApplicationScoped
@Named("layout")
public class PageLayout {

    /** A language the page can be read in: its tag, its own name for itself, and the address that chooses it. */
    @TemplateData
    public record Language(String tag, String name, String url) {

        /** Where a form is posted to be shown again in this language, with everything that was typed. */
        public String keeping(String entry) {
            return address(tag, entry);
        }
    }

    private final RoutingContext request;
    private final RequestLocale requestLocale;
    private final SecurityIdentity identity;

    PageLayout(RoutingContext request, RequestLocale requestLocale, SecurityIdentity identity) {
        this.request = request;
        this.requestLocale = requestLocale;
        this.identity = identity;
    }

    /** Gives a page the language of the person who asked for it. */
    public TemplateInstance show(TemplateInstance page) {
        return page.setLocale(locale());
    }

    /** The language of the page that is being shown. */
    public Locale locale() {
        return requestLocale.get();
    }

    /** The tag of that language, for the attribute {@code lang}. */
    public String lang() {
        return locale().toLanguageTag();
    }

    /** Whom to call when life is in danger. */
    public List<EmergencyCall> emergencyCalls() {
        return EmergencyCall.ALL;
    }

    public String path() {
        return request.normalizedPath();
    }

    /** True when {@code place} is the page being shown, for {@code aria-current}. */
    public boolean at(String place) {
        return path().equals(place);
    }

    /** Whose navigation the page gets when it does not say so itself. */
    public String area() {
        String path = path();
        if (path.startsWith("/desk")) {
            return "desk";
        }
        if (path.startsWith("/partner")) {
            return "partner";
        }
        if (path.startsWith("/council/admin")) {
            return "council-admin";
        }
        return path.startsWith("/council") ? "council" : "public";
    }

    /** The same page in each of the other languages. */
    public List<Language> otherLanguages() {
        return requestLocale.supported().stream()
                .filter(other -> !other.equals(locale()))
                .map(other -> new Language(
                        other.toLanguageTag(),
                        Messages.in(other, LayoutMessages.class).languageName(),
                        address(other.toLanguageTag(), here())))
                .toList();
    }

    private static String address(String language, String back) {
        return "/lang?to=" + encoded(language) + "&back=" + encoded(back);
    }

    /** The same page, acting for the given agency from now on; with an empty one the choice is asked again. */
    public String as(String agency) {
        return "/agency?as=" + encoded(agency) + "&back=" + encoded(here());
    }

    /** Where a user of several agencies says for which, before this page is shown. */
    String choiceOfAgency() {
        return "/agency/choose?back=" + encoded(here());
    }

    /** The acting agency chosen by a user of several agencies; null before that. */
    public @Nullable String chosenAgency() {
        Cookie chosen = request.request().getCookie(Identity.CHOSEN_AGENCY);
        return chosen == null || chosen.getValue().isEmpty() ? null : chosen.getValue();
    }

    // A form that was refused has no address to come back to but its own path.
    private String here() {
        String query = request.request().query();
        return HttpMethod.GET.equals(request.request().method()) && query != null ? path() + "?" + query : path();
    }

    public String signIn() {
        return "/auth/login?to=" + encoded(path());
    }

    /** The name of the person signed in; null when nobody is. */
    public @Nullable String person() {
        SecurityIdentity known = known();
        if (known == null || known.isAnonymous()) {
            return null;
        }
        return Identity.name(known).orElse(known.getPrincipal().getName());
    }

    // A problem may be shown on the event loop, where a blocking check of the token is not allowed, and the problem may
    // be the token itself: the page then names no user instead of failing.
    private @Nullable SecurityIdentity known() {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            return request.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        }
        try {
            identity.isAnonymous();
            return identity;
        } catch (AuthenticationFailedException notAccepted) {
            return null;
        }
    }

    /** Part of every asset's address, so that a browser may keep assets for long and still sees a new release. */
    public String edition() {
        return Assets.EDITION;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
