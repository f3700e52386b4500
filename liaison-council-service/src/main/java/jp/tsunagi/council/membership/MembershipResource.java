package jp.tsunagi.council.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.council.FourDigitYear;
import jp.tsunagi.council.membership.Memberships.Origin;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The council seats over HTTP, for everybody to read. */
@Path("/v1/memberships")
class MembershipResource {

    private final Memberships memberships;
    private final Identity identity;
    private final Audit audit;

    MembershipResource(Memberships memberships, Identity identity, Audit audit) {
        this.memberships = memberships;
        this.identity = identity;
        this.audit = audit;
    }

    record SeatsView(LocalDate on, @Nullable Origin origin, List<Seat> items) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(summary = "List the council seats held on a day")
    public SeatsView list(@QueryParam("on") @FourDigitYear @Nullable LocalDate on) {
        // The list is public: only who is signed in has a name to be noted.
        reader().ifPresent(who -> audit.record(who, "membership.list", "membership", null));
        LocalDate day = on == null ? memberships.today() : on;
        return new SeatsView(day, memberships.latestOrigin().orElse(null), memberships.findHeldOn(day));
    }

    /** Somebody of several agencies need not choose one to read what is public, and has a name all the same. */
    private Optional<Actor> reader() {
        try {
            return identity.ifPresent();
        } catch (Refusal agencyNotChosen) {
            return identity.named().await().indefinitely();
        }
    }
}
