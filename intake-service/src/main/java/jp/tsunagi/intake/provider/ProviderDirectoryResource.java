package jp.tsunagi.intake.provider;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The whole directory of providers in and out. Repeating an import changes nothing, so it needs no idempotency key. */
@Path("/v1/provider-directory")
class ProviderDirectoryResource {

    private static final String CSV = "text/csv";

    private final Providers providers;
    private final ProviderFile file;
    private final Identity identity;

    ProviderDirectoryResource(Providers providers, ProviderFile file, Identity identity) {
        this.providers = providers;
        this.file = file;
        this.identity = identity;
    }

    @POST
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DIRECTORY_WRITE, Roles.PLATFORM_ADMIN})
    @Transactional
    @Operation(
            summary = "Import services from a table",
            description =
                    "UTF-8, RFC 4180 with a header; docs/providers.md names the columns. What a person has edited or"
                            + " confirmed stays as it is and is named in kept.")
    public Providers.Imported importAll(@NotNull @Size(max = ProviderFile.MAX_TEXT) String csv) {
        return providers.importAll(file.read(csv), identity.actor());
    }

    @GET
    @Produces(CSV)
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.DIRECTORY_WRITE, Roles.PLATFORM_ADMIN})
    @Transactional
    @Operation(summary = "Export all services as the table that can be imported")
    public String export() {
        return file.write(providers.findAll());
    }
}
