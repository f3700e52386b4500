package jp.tsunagi.gateway.door;

import static jp.tsunagi.gateway.Neighbour.COUNCIL;
import static jp.tsunagi.gateway.Neighbour.INTAKE;
import static jp.tsunagi.gateway.Neighbour.REFERRAL;
import static jp.tsunagi.gateway.door.Routes.Session.IF_ANY;
import static jp.tsunagi.gateway.door.Routes.Session.IGNORED;
import static jp.tsunagi.gateway.door.Routes.Session.NEEDED;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.gateway.Neighbour;

/** Which part of the site is behind which path. A path that is not listed does not exist. */
final class Routes {

    /** What the gateway does with a session. Services decide for themselves what a person may do. */
    enum Session {
        /** Consulters are anonymous: a counsellor's session must not colour what they send, nor Keycloak block it. */
        IGNORED,
        IF_ANY,
        NEEDED
    }

    /** A part of the site; served by the gateway itself when nobody is behind it. */
    record Route(String prefix, Optional<Neighbour> behind, Session session) {

        boolean covers(String path) {
            return path.equals(prefix)
                    || (!prefix.equals("/") && (path.startsWith(prefix + "/") || path.startsWith(prefix + ":")));
        }
    }

    private static final List<Route> TABLE = List.of(
            own("/", IGNORED),
            own("/developers", IGNORED),
            own("/openapi.json", IGNORED),
            own("/a11y", IGNORED),
            own("/lang", IGNORED),
            own("/agency", IGNORED),
            own("/assets", IGNORED),
            own("/q/health", IGNORED),
            own("/auth/login", IF_ANY),
            own("/auth/callback", IF_ANY),
            own("/auth/logout", IF_ANY),
            own("/admin", NEEDED),
            to(INTAKE, "/consult", IGNORED),
            to(INTAKE, "/box", IGNORED),
            to(INTAKE, "/desk", NEEDED),
            to(INTAKE, "/v1/mailbox", IGNORED),
            to(INTAKE, "/v1/consultations", IF_ANY),
            to(REFERRAL, "/partner", NEEDED),
            to(REFERRAL, "/directory", IF_ANY),
            to(REFERRAL, "/v1/referrals", IF_ANY),
            to(REFERRAL, "/v1/meta", IF_ANY),
            to(REFERRAL, "/v1/agencies", IF_ANY),
            to(REFERRAL, "/v1/desks", IF_ANY),
            to(REFERRAL, "/v1/directory", IF_ANY),
            to(COUNCIL, "/council", IF_ANY),
            to(COUNCIL, "/council/admin", NEEDED),
            to(COUNCIL, "/v1/topics", IF_ANY),
            to(COUNCIL, "/v1/statistics", IF_ANY),
            to(COUNCIL, "/v1/memberships", IF_ANY));

    private Routes() {}

    /** The most exact part of the site that holds the path. */
    static Optional<Route> find(String path) {
        return TABLE.stream()
                .filter(route -> route.covers(path))
                .max(Comparator.comparingInt(route -> route.prefix().length()));
    }

    private static Route own(String prefix, Session session) {
        return new Route(prefix, Optional.empty(), session);
    }

    private static Route to(Neighbour behind, String prefix, Session session) {
        return new Route(prefix, Optional.of(behind), session);
    }
}
