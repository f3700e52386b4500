package jp.tsunagi.bench.bare;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The bare endpoints beside which ours are measured. */
@Path("/")
@Authenticated
class BareResource {

    /** @param id of the record that was written */
    record Written(UUID id) {}

    private final ThreeRows threeRows;
    private final SameRows sameRows;

    BareResource(ThreeRows threeRows, SameRows sameRows) {
        this.threeRows = threeRows;
        this.sameRows = sameRows;
    }

    /** Three rows in one transaction. */
    @POST
    @Path("three")
    public Uni<Written> writeThree(ThreeRows.Record body) {
        return threeRows.insert(body).map(Written::new);
    }

    /** The rows of one referral as ours writes them, in one transaction; of what is sent, only that it can be read matters. */
    @POST
    @Path("same")
    public Uni<Written> writeSame(ThreeRows.Record body) {
        return sameRows.insert().map(Written::new);
    }

    /** One row changed if nobody was faster, two written, in one transaction. */
    @POST
    @Path("three/{id}/accept")
    public Uni<Response> accept(@RestPath UUID id) {
        return threeRows
                .accept(id)
                .map(done -> Response.status(done ? 200 : 409)
                        .entity(new Written(id))
                        .build());
    }

    @GET
    @Path("three")
    public Uni<List<ThreeRows.Stored>> list(@RestQuery String owner) {
        return threeRows.newest(owner);
    }

    @GET
    @Path("three/{id}")
    public Uni<ThreeRows.Stored> read(@RestPath UUID id) {
        return threeRows.read(id);
    }
}
