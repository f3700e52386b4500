package jp.tsunagi.platform.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Who acts, for which agency, in which roles. A machine's scopes are roles too, so one rule serves a person in the
 * portal and an agency's system. Passed to rules as an argument.
 *
 * @param id stable name for the audit: a person's user name or a machine's client id
 * @param name what people read on a page
 * @param agency code of the acting agency; empty for somebody without one
 */
public record Actor(String id, String name, String agency, Set<String> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** One of our own services at work, for example on an event. */
    public static Actor system(String service) {
        return new Actor("system:" + service, service, "", Set.of("system"));
    }

    /** A consulter, who has no account. */
    public static Actor consulter() {
        return new Actor("consulter", "", "", Set.of());
    }

    /** Whose idempotency keys these are: a user of two agencies has a set for each. */
    public String client() {
        return agency + "/" + id;
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public boolean hasAnyRole(String... anyOf) {
        for (String role : anyOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Somebody who signed in, and no machine that was given a person's role. */
    public boolean isPerson() {
        return !hasAnyRole(Roles.MACHINE, Roles.SYSTEM) && !id.isEmpty();
    }

    /**
     * Whether two ids are one account, however they are spelled: Keycloak's user names know no upper case, so neither
     * does the comparison. Names are not compared: two people may share one.
     */
    public static boolean isSameAccount(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String account) {
        return Normalizer.normalize(account, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    public boolean belongsTo(String otherAgency) {
        return !agency.isEmpty() && agency.equals(otherAgency);
    }
}
