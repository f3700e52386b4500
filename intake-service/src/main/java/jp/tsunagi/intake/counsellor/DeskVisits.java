package jp.tsunagi.intake.counsellor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.container.ContainerRequestContext;
import jp.tsunagi.platform.identity.Identity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever opens a page of the desk becomes known to their colleagues. */
class DeskVisits {

    private static final String DESK = "/desk/";

    private final Counsellors counsellors;
    private final Identity identity;

    DeskVisits(Counsellors counsellors, Identity identity) {
        this.counsellors = counsellors;
        this.identity = identity;
    }

    @ServerRequestFilter
    void note(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().startsWith(DESK)) {
            identity.ifPresent()
                    .filter(visitor -> visitor.isPerson() && !visitor.agency().isEmpty())
                    .ifPresent(visitor ->
                            QuarkusTransaction.requiringNew().run(() -> counsellors.visited(visitor, identity.mail())));
        }
    }
}
