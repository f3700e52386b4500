package jp.tsunagi.intake.workbench;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import jp.tsunagi.intake.triage.Decision;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.intake.triagedecision.TriageDecisions;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/** Decides an answer of triage from the case's own page. */
@Path("/desk/case/{id}/triage")
@Produces(MediaType.TEXT_HTML)
class TriageDecisionPage {

    /** The case page asks for several texts; why the urgency is lowered is another. */
    private static final String REASON = "urgencyReason";

    private static final String CODES = "codes";

    private final TriageDecisions decisions;
    private final CasePosts posts;
    private final CasePage cases;

    TriageDecisionPage(TriageDecisions decisions, CasePosts posts, CasePage cases) {
        this.decisions = decisions;
        this.posts = posts;
        this.cases = cases;
    }

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> decide(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                CaseDone.DECIDE,
                "",
                typed,
                refused -> cases.page(id, CaseDrafts.TRIAGE, refused.moved("reason", REASON)),
                (form, by) -> decisions.decide(
                        id,
                        CasePosts.version(form),
                        Decision.read(question(form), form.values(CODES)),
                        form.text(REASON),
                        by));
    }

    /** The page itself names it: only a form that somebody changed lacks it. */
    private static Rule.Question question(Form form) {
        return Coded.find(Rule.Question.class, form.value("question"))
                .orElseThrow(() -> new Refusal(PlatformProblem.VALUE_UNKNOWN).at("/question"));
    }
}
