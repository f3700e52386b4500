package jp.tsunagi.gateway.proxy;

import static jp.tsunagi.gateway.Backend.COUNCIL;
import static jp.tsunagi.gateway.Backend.INTAKE;
import static jp.tsunagi.gateway.Backend.REFERRAL;
import static jp.tsunagi.gateway.proxy.Routes.Session.IF_ANY;
import static jp.tsunagi.gateway.proxy.Routes.Session.IGNORED;
import static jp.tsunagi.gateway.proxy.Routes.Session.NEEDED;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.gateway.Backend;

/** The routing table. A path that is not listed does not exist. */
final class Routes {

    /** What the gateway does with a session on this route. Each service authorises by itself. */
    enum Session {
        /** Consulters are anonymous: the route neither sends a staff member's token nor needs Keycloak. */
        IGNORED,
        IF_ANY,
        NEEDED
    }

    /** A prefix of paths. The gateway serves it itself when there is no backend. */
    record Route(String prefix, Optional<Backend> backend, Session session, Optional<String> rewrittenTo) {

        boolean covers(String path) {
            return path.equals(prefix)
                    || (!prefix.equals("/") && (path.startsWith(prefix + "/") || path.startsWith(prefix + ":")));
        }
    }

    private static final List<Route> TABLE = List.of(
            own("/", IGNORED),
            own("/developers", IGNORED),
            own("/openapi.json", IGNORED),
            openApi(INTAKE),
            openApi(REFERRAL),
            openApi(COUNCIL),
            own("/a11y", IGNORED),
            own("/lang", IGNORED),
            own("/agency", IGNORED),
            own("/signed-in", IGNORED),
            own("/assets", IGNORED),
            own("/q/health/live", IGNORED),
            own("/q/health/ready", IGNORED),
            own("/auth/login", IF_ANY),
            own("/auth/continue", IF_ANY),
            own("/auth/callback", IF_ANY),
            own("/auth/logout", IF_ANY),
            own("/admin", NEEDED),
            to(INTAKE, "/consult", IGNORED),
            to(INTAKE, "/box", IGNORED),
            to(INTAKE, "/calendar", IGNORED),
            to(INTAKE, "/desk", NEEDED),
            to(INTAKE, "/v1/mailbox", IGNORED),
            to(INTAKE, "/v1/consultations", IF_ANY),
            to(INTAKE, "/v1/awareness-materials", IGNORED),
            to(INTAKE, "/v1/approvals", IF_ANY),
            to(INTAKE, "/v1/providers", IF_ANY),
            to(INTAKE, "/v1/provider-directory", IF_ANY),
            to(REFERRAL, "/partner", NEEDED),
            to(REFERRAL, "/agency/choose", NEEDED),
            to(REFERRAL, "/help", IGNORED),
            to(REFERRAL, "/directory", IF_ANY),
            to(REFERRAL, "/v1/referrals", IF_ANY),
            to(REFERRAL, "/v1/meta", IF_ANY),
            to(REFERRAL, "/v1/agencies", IF_ANY),
            to(REFERRAL, "/v1/desks", IF_ANY),
            to(REFERRAL, "/v1/directory", IF_ANY),
            to(COUNCIL, "/council", IF_ANY),
            to(COUNCIL, "/council/admin", NEEDED),
            to(COUNCIL, "/v1/topics", IF_ANY),
            to(COUNCIL, "/v1/routing-guides", IF_ANY),
            to(COUNCIL, "/v1/statistics", IF_ANY),
            to(COUNCIL, "/v1/memberships", IF_ANY));

    private Routes() {}

    /** The route with the longest prefix of the path. */
    static Optional<Route> find(String path) {
        return TABLE.stream()
                .filter(route -> route.covers(path))
                .max(Comparator.comparingInt(route -> route.prefix().length()));
    }

    private static Route own(String prefix, Session session) {
        return new Route(prefix, Optional.empty(), session, Optional.empty());
    }

    private static Route openApi(Backend backend) {
        return new Route(backend.openApi(), Optional.of(backend), IGNORED, Optional.of("/q/openapi?format=json"));
    }

    private static Route to(Backend backend, String prefix, Session session) {
        return new Route(prefix, Optional.of(backend), session, Optional.empty());
    }
}
