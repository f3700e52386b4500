package jp.tsunagi.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@link Actor} from the verified token of the current request.
 *
 * <p>A user of several agencies must name one in the header {@code Acting-Agency} (pages: the cookie
 * {@code agency}); there is never an implicit first pick, because the wrong agency's desk would see the record.
 */
@ApplicationScoped
public class Identity {

    public static final String ACTING_AGENCY = "Acting-Agency";

    /** Cookie in which the gateway remembers the agency that a user of several chose on the pages. */
    public static final String CHOSEN_AGENCY = "agency";

    /** How Keycloak begins the user name of a client's own account. */
    private static final String SERVICE_ACCOUNT = "service-account-";

    private final SecurityIdentity identity;
    private final IdentityProviderManager providers;
    private final RoutingContext request;

    Identity(SecurityIdentity identity, IdentityProviderManager providers, RoutingContext request) {
        this.providers = providers;
        this.identity = identity;
        this.request = request;
    }

    public Actor actor() {
        return ifPresent().orElseThrow(() -> new Refusal(PlatformProblem.SIGN_IN_REQUIRED));
    }

    public Optional<Actor> ifPresent() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        String id = id(token);
        String name = token.claim("name").map(Object::toString).orElse(id);
        return Optional.of(new Actor(
                id,
                name,
                actingAgency(
                        agencies(token),
                        request.request().getHeader(ACTING_AGENCY),
                        request.request().getCookie(CHOSEN_AGENCY)),
                roles(token, identity)));
    }

    /** The mail address of the account; empty when it has none, or the client is not told it. */
    public Optional<String> mail() {
        return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
                ? token.<String>claim("email")
                : Optional.empty();
    }

    /** The codes of every agency that the user may act for; empty without a verified token. */
    public Set<String> memberships() {
        return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
                ? agencies(token)
                : Set.of();
    }

    /**
     * Whom the verified token of the request names, for a record of what was refused: also on the event loop, also when
     * the operation is public and has not asked, and also when the person has not said for which agency. Empty without
     * a verified token.
     */
    public Uni<Optional<Actor>> named() {
        String asked = request.request().getHeader(ACTING_AGENCY);
        Cookie chosen = request.request().getCookie(CHOSEN_AGENCY);
        return QuarkusHttpUser.getSecurityIdentity(request, providers)
                .map(who -> who != null && who.getPrincipal() instanceof JsonWebToken token
                        ? Optional.of(new Actor(id(token), "", agencyIfSaid(token, asked, chosen), roles(token, who)))
                        : Optional.<Actor>empty())
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(Optional.empty());
    }

    private static String agencyIfSaid(JsonWebToken token, @Nullable String asked, @Nullable Cookie chosen) {
        try {
            return actingAgency(agencies(token), asked, chosen);
        } catch (Refusal notSaid) {
            return "";
        }
    }

    private static String actingAgency(Set<String> memberships, @Nullable String asked, @Nullable Cookie chosen) {
        if (asked != null && !asked.isBlank()) {
            if (!memberships.contains(asked)) {
                throw new Refusal(PlatformProblem.ACTING_AGENCY_NOT_YOURS);
            }
            return asked;
        }
        if (memberships.size() <= 1) {
            return memberships.isEmpty() ? "" : memberships.iterator().next();
        }
        // A cookie may name an agency of the person who used this browser before: it counts only for a member.
        if (chosen != null && memberships.contains(chosen.getValue())) {
            return chosen.getValue();
        }
        throw new Refusal(PlatformProblem.ACTING_AGENCY_REQUIRED).with("agencies", List.copyOf(memberships));
    }

    private static Set<String> roles(JsonWebToken token, SecurityIdentity identity) {
        Set<String> roles = new HashSet<>(identity.getRoles());
        if (token.claim("preferred_username")
                .map(Object::toString)
                .filter(name -> !name.startsWith(SERVICE_ACCOUNT))
                .isEmpty()) {
            roles.add(Roles.MACHINE);
        }
        return roles;
    }

    // A Keycloak service account is called service-account-<client>: the client id is what agencies know.
    private static String id(JsonWebToken token) {
        String name = firstOf(token, "preferred_username", "client_id", "sub");
        return name.startsWith(SERVICE_ACCOUNT) ? name.substring(SERVICE_ACCOUNT.length()) : name;
    }

    private static Set<String> agencies(JsonWebToken token) {
        Set<String> codes = new LinkedHashSet<>();
        Object claim = token.getClaim("agencies");
        if (claim instanceof JsonArray array) {
            array.getValuesAs(JsonString.class).forEach(code -> codes.add(code.getString()));
        } else if (claim instanceof Iterable<?> values) {
            values.forEach(value -> codes.add(value instanceof JsonString s ? s.getString() : value.toString()));
        } else if (claim != null) {
            codes.add(claim instanceof JsonString s ? s.getString() : claim.toString());
        }
        return codes;
    }

    private static String firstOf(JsonWebToken token, String... claims) {
        for (String claim : claims) {
            Object value = token.getClaim(claim);
            if (value != null && !value.toString().isBlank()) {
                return value.toString();
            }
        }
        throw new IllegalStateException("a verified token names nobody");
    }
}
