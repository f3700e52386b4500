package jp.tsunagi.platform.identity;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jose4j.jwt.JwtClaims;
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
        return claims(identity).map(claims -> {
            String id = id(claims);
            return new Actor(
                    id,
                    claim(claims, "name").orElse(id),
                    actingAgency(
                            agencies(claims),
                            request.request().getHeader(ACTING_AGENCY),
                            request.request().getCookie(CHOSEN_AGENCY)),
                    roles(claims, identity));
        });
    }

    /** The mail address of the account; empty when it has none, or the client is not told it. */
    public Optional<String> mail() {
        return claims(identity).flatMap(claims -> claim(claims, "email"));
    }

    /** What the account's token calls the person; empty for a machine. */
    public static Optional<String> name(SecurityIdentity account) {
        return claims(account).flatMap(claims -> claim(claims, "name"));
    }

    /** The codes of every agency that the user may act for; empty without a verified token. */
    public Set<String> memberships() {
        return claims(identity).map(Identity::agencies).orElse(Set.of());
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
                .map(who -> Optional.ofNullable(who)
                        .flatMap(known -> claims(known)
                                .map(claims -> new Actor(
                                        id(claims), "", agencyIfSaid(claims, asked, chosen), roles(claims, known)))))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(Optional.empty());
    }

    /**
     * The claims of a verified token as they were parsed. {@code JsonWebToken.getClaim} throws and catches an exception
     * for each claim that MicroProfile does not list.
     */
    private static Optional<JwtClaims> claims(SecurityIdentity identity) {
        return !identity.isAnonymous() && identity.getPrincipal() instanceof OidcJwtCallerPrincipal token
                ? Optional.of(token.getClaims())
                : Optional.empty();
    }

    private static Optional<String> claim(JwtClaims claims, String name) {
        return Optional.ofNullable(claims.getClaimValue(name)).map(Object::toString);
    }

    private static String agencyIfSaid(JwtClaims claims, @Nullable String asked, @Nullable Cookie chosen) {
        try {
            return actingAgency(agencies(claims), asked, chosen);
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

    private static Set<String> roles(JwtClaims claims, SecurityIdentity identity) {
        Set<String> roles = new HashSet<>(identity.getRoles());
        if (claim(claims, "preferred_username")
                .filter(name -> !name.startsWith(SERVICE_ACCOUNT))
                .isEmpty()) {
            roles.add(Roles.MACHINE);
        }
        return roles;
    }

    // A Keycloak service account is called service-account-<client>: the client id is what agencies know.
    private static String id(JwtClaims claims) {
        String name = Stream.of("preferred_username", "client_id", "sub")
                .flatMap(claim -> claim(claims, claim).stream())
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a verified token names nobody"));
        return name.startsWith(SERVICE_ACCOUNT) ? name.substring(SERVICE_ACCOUNT.length()) : name;
    }

    private static Set<String> agencies(JwtClaims claims) {
        Object codes = claims.getClaimValue("agencies");
        return switch (codes) {
            case null -> Set.of();
            case Collection<?> several ->
                several.stream().map(Identity::code).collect(Collectors.toCollection(LinkedHashSet::new));
            default -> Set.of(code(codes));
        };
    }

    private static String code(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }
}
