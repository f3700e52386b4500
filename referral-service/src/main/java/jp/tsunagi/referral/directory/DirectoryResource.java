package jp.tsunagi.referral.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.referral.desk.Agency;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.desk.Desks;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Imports the whole directory as data. Repeating an import changes and announces nothing, so it needs no idempotency
 * key.
 */
@Path("/v1/directory:import")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DirectoryResource {

    record Directory(
            @NotNull @Size(max = 500) List<@NotNull @Valid Agency> agencies,
            @NotNull @Size(max = 1000) List<@NotNull @Valid Desk> desks) {}

    record Imported(int agencies, int desks, List<String> changed) {}

    private final Desks desks;
    private final Identity identity;

    DirectoryResource(Desks desks, Identity identity) {
        this.desks = desks;
        this.identity = identity;
    }

    @POST
    @RolesAllowed({Roles.DIRECTORY_WRITE, Roles.PLATFORM_ADMIN})
    @Transactional
    @Operation(summary = "Import the directory of agencies and desks")
    public Imported importAll(@NotNull @Valid Directory directory) {
        List<String> changed = desks.importAll(directory.agencies(), directory.desks(), identity.actor());
        return new Imported(directory.agencies().size(), directory.desks().size(), changed);
    }
}
