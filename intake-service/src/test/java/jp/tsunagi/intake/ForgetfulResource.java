package jp.tsunagi.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Forgets every check of the application: what it answers is what the database allowed. */
@Path("/forgetful")
@ApplicationScoped
class ForgetfulResource {

    private final EntityManager entities;

    ForgetfulResource(EntityManager entities) {
        this.entities = entities;
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(hidden = true)
    public List<String> read(@QueryParam("sql") String query) {
        return entities.createNativeQuery(query, String.class).getResultList();
    }

    @POST
    @PermitAll
    @Transactional
    @Operation(hidden = true)
    public int change(@QueryParam("sql") String statement) {
        return entities.createNativeQuery(statement).executeUpdate();
    }
}
