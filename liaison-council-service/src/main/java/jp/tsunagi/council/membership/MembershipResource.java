package jp.tsunagi.council.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.council.membership.Memberships.Origin;

/** Who sits on the council, for everybody to read. */
@Path("/v1/memberships")
class MembershipResource {

    private final Memberships memberships;

    MembershipResource(Memberships memberships) {
        this.memberships = memberships;
    }

    record SeatsView(LocalDate on, Origin origin, List<Seat> items) {}

    @GET
    @PermitAll
    public SeatsView list(@QueryParam("on") LocalDate on) {
        LocalDate day = on == null ? memberships.today() : on;
        return new SeatsView(day, memberships.latestOrigin().orElse(null), memberships.heldOn(day));
    }
}
