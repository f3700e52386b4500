package jp.tsunagi.council.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.council.membership.Memberships.Origin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The council seats over HTTP, for everybody to read. */
@Path("/v1/memberships")
class MembershipResource {

    private final Memberships memberships;

    MembershipResource(Memberships memberships) {
        this.memberships = memberships;
    }

    record SeatsView(LocalDate on, @Nullable Origin origin, List<Seat> items) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(summary = "List the council seats held on a day")
    public SeatsView list(@QueryParam("on") @Nullable LocalDate on) {
        LocalDate day = on == null ? memberships.today() : on;
        return new SeatsView(day, memberships.latestOrigin().orElse(null), memberships.findHeldOn(day));
    }
}
