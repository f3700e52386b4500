package jp.tsunagi.intake.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jp.tsunagi.platform.draft.Drafts;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps what was typed into a form of the workbench, and leads back to the page of the form. */
@Path("/desk/drafts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
class DraftsPage {

    private final Drafts drafts;
    private final Identity identity;

    DraftsPage(Drafts drafts, Identity identity) {
        this.drafts = drafts;
        this.identity = identity;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public RestResponse<Void> keep(MultivaluedMap<String, String> typed) {
        return drafts.answer(CaseDrafts.AREA, typed, identity.actor());
    }
}
