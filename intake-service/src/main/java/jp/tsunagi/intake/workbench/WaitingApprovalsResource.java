package jp.tsunagi.intake.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.approval.Approvals;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What waits for a second person in all cases of an agency, as the queue shows it. */
@Path("/v1/approvals")
@Produces(MediaType.APPLICATION_JSON)
class WaitingApprovalsResource {

    /** The oldest first; nothing personal. */
    @Schema(name = "WaitingApprovals")
    record Waiting(List<Approval.Waiting> items) {}

    private final Approvals approvals;
    private final Identity identity;

    WaitingApprovalsResource(Approvals approvals, Identity identity) {
        this.approvals = approvals;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Roles.SUPERVISOR)
    @Transactional
    @Operation(
            summary = "List the hand-overs of your agency that wait for a second person, the oldest first",
            description = "The read is audited. Read the case's approvals for what would be handed over.")
    public Waiting list() {
        return new Waiting(approvals.findWaiting(identity.actor()));
    }
}
